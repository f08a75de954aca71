"""What `sikum clean-attachments` says, in the editors' language."""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = {
    "he": {
        "removed": "הוסר",
        "would": "יוסר",
        "left": "נשאר בקובץ",
        "unchanged": "לא ניתן לנקות",
        "total": "קבצים שנוקו: {count} מתוך {all}",
        "would_total": "קבצים שינוקו: {count} מתוך {all}; דבר לא השתנה",
        "author": "מחבר",
        "last changed by": "אחרון המשנים",
        "manager": "מנהל",
        "company": "ארגון",
        "description": "תיאור",
        "copyright": "זכויות יוצרים",
        "comment": "הערה",
        "comments": "הערות",
        "changes not accepted": "שינויים שלא אושרו",
        "attached files": "קבצים מצורפים",
        "hidden sheet": "גיליון נסתר",
        "place (GPS)": "מיקום (GPS)",
        "made with": "תוכנה",
        "text": "טקסט נלווה",
        "people": "שמות של מגיבים ומשנים",
        "folder": "התיקייה במחשב",
        "marks of editing": "סימני עריכה",
        "document properties": "מאפייני המסמך",
        "earlier versions": "גרסאות קודמות",
        "data after the picture": "נתונים אחרי התמונה",
        "other metadata": "נתונים אחרים על הקובץ",
        "broken": "הקובץ פגום",
        "signed": "הקובץ חתום",
        "password": "הקובץ מוגן בסיסמה",
        "needs sikum[pdf]": "נדרשת התקנה של sikum[pdf]",
    },
    "ar": {
        "removed": "أزيل",
        "would": "سيزال",
        "left": "بقي في الملف",
        "unchanged": "تعذر التنظيف",
        "total": "ملفات نُظفت: {count} من {all}",
        "would_total": "ملفات ستُنظف: {count} من {all}؛ لم يتغير شيء",
        "author": "المؤلف",
        "last changed by": "آخر من عدّل",
        "manager": "المدير",
        "company": "المؤسسة",
        "description": "الوصف",
        "copyright": "حقوق النشر",
        "comment": "تعليق",
        "comments": "تعليقات",
        "changes not accepted": "تغييرات لم تُقبل",
        "attached files": "ملفات مرفقة",
        "hidden sheet": "ورقة مخفية",
        "place (GPS)": "المكان (GPS)",
        "made with": "البرنامج",
        "text": "نص مرافق",
        "people": "أسماء المعلقين والمعدّلين",
        "folder": "المجلد في الحاسوب",
        "marks of editing": "علامات التحرير",
        "document properties": "خصائص المستند",
        "earlier versions": "نسخ سابقة",
        "data after the picture": "بيانات بعد الصورة",
        "other metadata": "بيانات أخرى عن الملف",
        "broken": "الملف معطوب",
        "signed": "الملف موقّع",
        "password": "الملف محمي بكلمة مرور",
        "needs sikum[pdf]": "يلزم تثبيت sikum[pdf]",
    },
    "en": {
        "would": "would be removed",
        "left": "stays in the file",
        "unchanged": "cannot be cleaned",
        "total": "files cleaned: {count} of {all}",
        "would_total": "files that would be cleaned: {count} of {all}; nothing was changed",
        "people": "names of those who commented and changed",
        "folder": "folder on the computer",
        "broken": "the file is broken",
        "signed": "the file is signed",
        "password": "the file has a password",
    },
}


def cleaning_words(language: str, name: str, **values: object) -> str:
    """A phrase, or the name of a kind of metadata; what has no translation (EXIF, XMP, IPTC) is its own name."""
    return _WORDS.get(language, _WORDS["he"]).get(name, name).format(**values)


def cleaning_line(language: str, path: str, what: str, kinds: Iterable[str]) -> str:
    """One line: the file, what happened ("removed", "would", "left", "unchanged"), and kinds or the reason."""
    return f"{path}: {cleaning_words(language, what)}: {', '.join(cleaning_words(language, kind) for kind in kinds)}"
