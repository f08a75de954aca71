"""The table of participants: no column for what anybody may withhold altogether."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.rendering.datasets.columns import OF_PROCESS, PROCESS, Table, column

PARTICIPANTS = Table(
    name="participants",
    title=Text(
        he="משתתפים, לפי מה שהסכימו לפרסם",
        ar="المشاركون، بحسب ما وافقوا على نشره",
        en="Participants, as far as they agreed to be published",
    ),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column(
            "name",
            "text",
            "שם; ריק כשלא הוסכם לפרסמו",
            "الاسم؛ فارغ إن لم يُوافَق على نشره",
            "Name; empty where it is withheld",
        ),
        column(
            "role",
            "text",
            "תפקיד; ריק כשלא הוסכם לפרסמו",
            "المنصب؛ فارغ إن لم يُوافَق على نشره",
            "Role; empty where it is withheld",
        ),
        column("organisation", "text", "ארגון", "المنظمة", "Organisation"),
    ),
)
