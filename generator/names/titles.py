"""Words beside names that are no part of them, and given names that tell in which order a name is written."""

from __future__ import annotations

from generator.names.letters import fold, fold_words, script


def folded(text: str) -> frozenset[str]:
    """The words of a table, by their letters."""
    return frozenset(fold_words(text))


TITLES = folded("""
ד"ר דר' דוקטור פרופ' פרופסור פרופ גב' הגב' גברת הגברת מר האדון אדון העלמה עו"ד עוה"ד עורך עורכת דין רו"ח יו"ר היו"ר
יושב יושבת ראש ח"כ חה"כ השר השרה שר שרה הרב רב הרבנית השופט השופטת שופט שופטת אינג' מהנדס המהנדס אדר' אדריכל אדריכלית
אל"מ סא"ל רס"ן סרן תא"ל ניצב סנ"צ רפ"ק תנ"צ מנכ"ל מנכ"לית סמנכ"ל סמנכ"לית המנכ"ל המנכ"לית סגן סגנית ז"ל שליט"א הי"ו
ני"ו מ"מ בדימוס דימ' ראש העיר האחות אחות החבר החברה الدكتور الدكتورة دكتور دكتورة د دة أ أد م ا.د المحامي المحامية
محامي محامية المهندس المهندسة مهندس مهندسة الأستاذ الأستاذة أستاذ أستاذة بروفيسور البروفيسور بروف السيد السيدة سيد
سيدة الآنسة الشيخ الحاج الحاجة الحاخام القاضي القاضية النائب النائبة الوزير الوزيرة رئيس رئيسة المرحوم المرحومة حضرة
سعادة معالي المدير المديرة dr dr. prof prof. professor doctor mr mr. mrs mrs. ms ms. miss mx adv adv. advocate esq phd
ph.d md m.d cpa eng eng. rabbi rev rev. reverend hon hon. sir dame lord lady justice minister mk mp jr sr ii iii
ma mba ba bsc msc llb llm chair chairman chairwoman chairperson
""")
"""Before or after a name; folded, so without quotation marks."""

ALSO_NAMES = folded(
    "שר שרה רב ראש דין סרן מר חברה שופט סיד א ב سيد السيد الشيخ الحاج القاضي الوزير الأستاذ م د ا أ"
    " justice lord lady miss ma ba eng sir dame"
)
"""Titles that may be a name, too: they are taken off only where a whole name is left."""

ROLES = folded("""
רכז רכזת מנהל מנהלת נציג נציגת נציגה יועץ יועצת חבר חברת עובד עובדת סטודנט סטודנטית תושב תושבת פעיל פעילה מורה גמלאי
גמלאית מנחה מתנדב מתנדבת חוקר חוקרת מרצה מזכיר מזכירה מטעם הורה ראש סגן סגנית מדריך מדריכה עיתונאי עיתונאית
مدير مديرة منسق منسقة ممثل ممثلة عضو عضوة مستشار مستشارة باحث باحثة معلم معلمة طالب طالبة متطوع متطوعة
manager director coordinator representative member adviser advisor researcher student teacher volunteer resident
""")
"""After a name in one cell: what stands from there on is no part of it."""

INTRODUCE_FAMILIES = folded("""
משפחת ועדת וועדת דוח דו"ח רחוב שדרות בית חוק פרשת הלכת קרן מתווה נוסחת מודל תוכנית קבוצת מכון בני האחים קיבוץ כביש גשר
כפר عائلة لجنة شارع تقرير قانون بيت آل family committee report street commission law house the institute
""")
"""Before a family name that stands alone: the word after it is no given name."""

PLACES = folded("תל גבעת רמת קרית קריית בני נווה נוה מעלה כפר كفر تل دير mount fort port")
"""Before a word that is a given name elsewhere: `תל אביב`, `גבעת שמואל`."""

ORDINARY = folded("""
בית גן דרך ארץ עיר עמק נחל גבעות הר ים יום יד שמש אור ירוק לבן שחור טוב חדש גשר שדה נהר שער מגדל כפר פרח עץ אבן כוכב זמן שלום שיר
مدينة نور سلام خير حياة الحياة بيت طريق شمس يوم
street day long may law hope park church young art garden power house field hill wood stone king queen prince green white black grey
price best case love bond cook bush snow rose summer winter
""")
"""Family names that are words, too: before a given name they are more often the word (`גן רוני`)."""

NO_NAMES = folded("""
רחוב שדרות כיכר סמטת שכונת גן פארק יער בית ספר תיכון אולפנת ישיבת מתנס מרכז ועדת וועדת דוח קרן מכון עמותת חברת עיריית מועצת
משרד אגף מחלקת תוכנית קבוצת צוות נושא ושל של על עם את או לא כן מס מספר تقرير شارع مدرسة حديقة مركز لجنة جمعية بلدية وزارة
נשים גברים ילדים ילדות אנשים תושבים תושבות הורים מורים מורות תלמידים תלמידות סטודנטים نساء رجال أطفال سكان طلاب أهالي
women men children people residents parents teachers students
street road avenue park school centre center report committee group ltd inc the of and for
""")
"""In a cell with one of these no person is named: it is a place, a body or a text."""

INTRODUCE_PEOPLE = folded("""
של עם את על גם אל בין מאת אצל בידי לפי לדברי לדעת כאשר אבל וגם כי אמר אמרה אמרו הציע הציעה הציג הציגה השתתף השתתפה
השתתפו הגיע הגיעה טען טענה סיכם סיכמה הוסיף הוסיפה שאל שאלה ענה ענתה דיבר דיברה הודה הודתה תודה פנה פנתה כתב כתבה מינה
זומן זומנה הוזמן הוזמנה נכח נכחה ציין ציינה הסביר הסבירה ביקש ביקשה מנחה המנחה בראשות בהנחיית מטעם נציג נציגת הנציג
הנציגה רכז רכזת מנהל מנהלת חבר חברת مع من إلى عن على قال قالت قالوا شارك شاركت حضر حضرت اقترح اقترحت سأل سألت أضاف
أضافت شكر ذكر ذكرت بين عند برئاسة with by of from to said says and or asked told thanks thank that as for wrote met
joined attended proposed
""")
"""Before or after a name in running text."""

GIVEN_NAMES = folded("""
דנה דן דני דניאל דניאלה רון רונית רוני יוסי יוסף משה אברהם יצחק יעקב דוד שרה רבקה רחל לאה מרים אסתר רות נעמי חנה תמר
נועה נועם מאיה יעל מיכל מיכאל שירה שיר טל גל עדי ליאור אור עמית איתי איתן אורי אוריה אייל עידן עומר רותם שחר שקד הדר
הדס הילה ענת אורית אורלי סיגל סיגלית גלית דליה דלית דורית זהבה זיו חיים חגית טובה יהודה יואב יובל יונתן ירון כרמית
לילך ליאת לימור מאיר מוטי מזל מירב מירי מרדכי נחמה נטע ניר נירית נתן סמדר עוזי עופר עופרה עינת עמוס עמיר פנינה צבי
ציפי קרן ראובן רועי רינה רמי רן שאול שגיא שי שלומי שלמה שמואל שמעון שרון תומר תמי תהילה ישראל אהרון אהוד אילן אילנה
אלון אלי אליהו אליעזר אלכס אמיר אמירה אנה אסף אפרת ארז אריאל אריה בועז בני בנימין ברוך ברק גדעון גיא גיורא גילה גילי
דבורה דבורית אחמד מוחמד מחמוד עלי חוסיין פאטמה סמיר סמירה נאדיה ח'אלד יוסוף עבד מונא לילא רנא אמאל ולדימיר סבטלנה
אולגה נטליה איגור בוריס יבגני أحمد محمد محمود علي حسن حسين خالد يوسف إبراهيم سمير سميرة نادية فاطمة عائشة مريم ليلى
رنا منى أمل سعيد كريم عمر عثمان طارق زينب هدى نور ياسمين رامي سامي وليد جمال كمال سلمى دينا لينا هبة إيمان مصطفى عبد
بلال أيمن باسم ناصر فادي هاني سعاد خديجة آمنة رشا ريم dana dan ron daniel david michael john jane mary james robert sarah
anna peter paul mark ahmed mohammed ali omar fatima noa yael maya tamar ruth rachel leah jacob joseph moses adam eve
alice bob emma olivia henry charles richard edward samuel benjamin stephen kevin matthew andrew emily anne margaret catherine julia
rebecca hannah miriam אהרן אבנר איציק אלעזר אמנון אסנת ארנון גבריאל גדי דורון חזי יהושע יוחנן ישעיהו כוכבה מאירה מנחם
מתן עודד עקיבא פנחס קובי רונן שושנה שולמית thomas george william elizabeth susan karen lisa laura kate helen אביגיל
אבישי אביטל אבינועם אבישג אלישבע אלישע עמיחי אביעד אבירם אבינדב
""")
"""Common ones: `כהן דנה` in a list is family name first, and what stands after יוסי is his family name."""

FATHERS = frozenset(name for name in GIVEN_NAMES if script(name[0]) == "ar") | folded("""
خليل سليم سليمان صالح موسى عيسى داود إسماعيل سعد عادل ماجد فارس عماد غسان زياد نبيل جميل فريد فيصل صبحي عزيز توفيق يعقوب حنا جورج
إلياس جابر صلاح فؤاد رياض نايف عدنان مروان رشيد كامل محسن أنور إبراهيم عباس قاسم حاتم عصام إياد جواد
""")
"""Arabic given names, many of which are a family's, too."""

FAMILY_NAMES = folded("""
כהן לוי מזרחי פרץ ביטון דהן פרידמן אזולאי אוחיון חדד גבאי אדרי לוין חזן אשכנזי אוחנה סויסה וקנין רוזנברג גולדשטיין אטיאס
מימון נחמיאס שטרן ברגר שפירא רוזן גולדברג וייס כץ קליין שוורץ הרשקוביץ רבינוביץ אברמוביץ מושקוביץ יעקובי אברהמי ישראלי ירושלמי
בוזגלו אלבז מלול עמאר בוסקילה סבג אילוז טולדנו אסולין אלקיים אוזן אבוטבול זריהן בן-דוד בן-חמו גרינברג וינברג רוטשילד פישר
שניידר פלדמן הופמן זילברמן גרוסמן קפלן לוינסון רובינשטיין אפשטיין ליברמן גוטמן וולף אדלר שטיינברג רפפורט הורוביץ לנדאו
cohen kohen levy levi mizrahi peretz biton dahan friedman azoulay katz klein shapira shapiro rosenberg goldberg goldstein weiss
schwartz levin levine berger feldman rosen greenberg kaplan adler horowitz rabinovich abramovich epstein hoffman stein
smith johnson williams jones davis wilson anderson taylor thompson harris lewis robinson wright campbell mitchell roberts
phillips evans edwards collins stewart morris murphy rogers peterson cooper richardson watson bennett hughes sanders sullivan
jenkins hernandez garcia martinez rodriguez lopez gonzalez khalil khoury haddad mansour
""")
"""Common ones that are neither words nor given names: one more of them behind a name is another person's, `דנה כהן לוי`. None in
Arabic, in which a name is written with the father's and the grandfather's or without."""


def given_name(word: str) -> bool:
    """Whether a word is a common given name."""
    return fold(word) in GIVEN_NAMES


def is_no_name(word: str) -> bool:
    """Whether a word stands in the names of places and bodies, and in texts, and in no person's."""
    return fold(word) in NO_NAMES
