"""What the generator chooses from: invented bodies, and the values of the record's fields."""

from __future__ import annotations

BODIES = (
    "אגמים", "אסטרונומיה", "ארכיונים", "בוסתנים", "גבעות", "גינות", "דואר אוויר", "חופים", "חורשות", "טיילות",
    "יישובי ההר", "כרמים", "מגדלורים", "מוזיאונים", "מים", "מעיינות", "משעולים", "נמלים", "ספריות", "עתיקות",
    "פארקים", "צפרות", "רכבות קלות", "שבילים", "תצפיות",
)  # fmt: skip
TOPICS = (
    "air", "archives", "care", "coast", "commute", "crops", "culture", "digital", "energy", "forests", "games", "homes",
    "language", "light", "lore", "play", "reading", "routes", "schools", "skills", "soil", "stars", "trade", "trails",
    "water", "youth",
)  # fmt: skip
METHODS = (
    "round-table", "public-hearing", "online-consultation", "questionnaire", "interviews", "focus-group", "workshop",
    "working-group", "committee", "conference", "citizens-panel",
)  # fmt: skip
SECTORS = ("government", "local-government", "business", "civil-society", "academia", "public")
KINDS = ("knowledge", "policy", "model")
OUTPUT_TYPES = {"knowledge": ("summary", "guide"), "policy": ("policy",), "model": ("model",)}
AUDIENCES = (("participants",), ("decision-makers", "public"), ("participants", "professionals"), ("public",))
PURPOSES = ("process", "bottom-lines", "both")
DISTRIBUTIONS = (("digital",), ("document", "digital"), ("meeting",), ("conference", "digital"))
STATUSES = ("closed",) * 94 + ("closing",) * 3 + ("open",) * 2 + ("withdrawn",)
OUTCOMES = ("government-decision", "legislation", "work-plan", "budget", "procedure-change", "publication", "other")
THEMES = ("לוח זמנים", "גיוס משתתפים", "הנחיה", "שקיפות", "נגישות", "שפה", "המשכיות", "תקציב", "נתונים", "אמון")
ROLES = ("מנהלת תחום", "רכז", "יועצת", "מנהל אגף", "חברת ועד", "מתכננת", "חוקר", "מתנדבת", "נציגת ציבור", "כלכלן")
ORGANISATIONS = tuple(f"{kind} {name}" for kind in ("עמותת", "מועצת", "מרכז", "קרן") for name in BODIES)
