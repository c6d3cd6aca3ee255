namespace Emulation.Ingest.Validation;

/// <summary>Every finding the system can make about a file, in the order of the published catalogue (docs/error-catalogue.md).</summary>
/// <remarks>Codes are stable: officers, receipts and statistics refer to them. The sentences are resources, one set a language.</remarks>
public static class RejectionCatalogue
{
    public static readonly RejectionKind Empty = new("E-EMPTY", Severity.Error);
    public static readonly RejectionKind OldType = new("E-OLDTYPE", Severity.Error);
    public static readonly RejectionKind WrongType = new("E-TYPE", Severity.Error);
    public static readonly RejectionKind Password = new("E-PASSWORD", Severity.Error);
    public static readonly RejectionKind Truncated = new("E-TRUNCATED", Severity.Error);
    public static readonly RejectionKind Corrupt = new("E-CORRUPT", Severity.Error);
    public static readonly RejectionKind TooLarge = new("E-TOOLARGE", Severity.Error);
    public static readonly RejectionKind Timeout = new("E-TIMEOUT", Severity.Error);
    public static readonly RejectionKind Dimension = new("E-DIMENSION", Severity.Error);
    public static readonly RejectionKind Unsafe = new("E-UNSAFE", Severity.Error);
    public static readonly RejectionKind Encoding = new("E-ENCODING", Severity.Error);
    public static readonly RejectionKind Font = new("E-FONT", Severity.Error);
    public static readonly RejectionKind Binary = new("E-BINARY", Severity.Error);
    public static readonly RejectionKind Quote = new("E-QUOTE", Severity.Error);
    public static readonly RejectionKind Ragged = new("E-RAGGED", Severity.Error);
    public static readonly RejectionKind LongRecord = new("E-RECORD", Severity.Error);
    public static readonly RejectionKind Separator = new("E-SEPARATOR", Severity.Error);
    public static readonly RejectionKind Header = new("E-HEADER", Severity.Error);
    public static readonly RejectionKind HeaderTwice = new("E-HEADER-TWICE", Severity.Error);
    public static readonly RejectionKind NoForm = new("E-NOFORM", Severity.Error);
    public static readonly RejectionKind ManyForms = new("E-MANYFORMS", Severity.Error);
    public static readonly RejectionKind NoRows = new("E-NOROWS", Severity.Error);
    public static readonly RejectionKind NoFigures = new("E-NOFIGURES", Severity.Error);
    public static readonly RejectionKind StampOld = new("E-VERSION", Severity.Error);
    public static readonly RejectionKind StampConflict = new("E-STAMP", Severity.Error);
    public static readonly RejectionKind Unreadable = new("E-UNREADABLE", Severity.Error);
    public static readonly RejectionKind Unit = new("E-UNIT", Severity.Error);
    public static readonly RejectionKind UnitAmbiguous = new("E-UNIT-MANY", Severity.Error);
    public static readonly RejectionKind UnitOther = new("E-UNIT-OTHER", Severity.Error);
    public static readonly RejectionKind PeriodUnknown = new("E-PERIOD", Severity.Error);
    public static readonly RejectionKind PeriodMissing = new("E-PERIOD-MISSING", Severity.Error);
    public static readonly RejectionKind PeriodMany = new("E-PERIOD-MANY", Severity.Error);
    public static readonly RejectionKind PeriodConflict = new("E-PERIOD-CONFLICT", Severity.Error);
    public static readonly RejectionKind NoDuty = new("E-DUTY", Severity.Error);
    public static readonly RejectionKind UnitEnded = new("E-UNIT-ENDED", Severity.Error);
    public static readonly RejectionKind UnitNotYet = new("E-UNIT-NOTYET", Severity.Error);
    public static readonly RejectionKind TooEarly = new("E-EARLY", Severity.Error);
    public static readonly RejectionKind Locked = new("E-LOCKED", Severity.Error);
    public static readonly RejectionKind IndicatorUnknown = new("E-INDICATOR", Severity.Error);
    public static readonly RejectionKind IndicatorName = new("E-INDICATOR-NAME", Severity.Error);
    public static readonly RejectionKind IndicatorNotAsked = new("E-INDICATOR-UNIT", Severity.Error);
    public static readonly RejectionKind Duplicate = new("E-DUPLICATE", Severity.Error);
    public static readonly RejectionKind Measure = new("E-MEASURE", Severity.Error);
    public static readonly RejectionKind NotANumber = new("E-NUMBER", Severity.Error);
    public static readonly RejectionKind Ambiguous = new("E-AMBIGUOUS", Severity.Error);
    public static readonly RejectionKind CommaStyle = new("E-COMMA", Severity.Error);
    public static readonly RejectionKind NumberStyle = new("E-NUMBER-STYLE", Severity.Error);
    public static readonly RejectionKind NotInteger = new("E-INTEGER", Severity.Error);
    public static readonly RejectionKind OutOfRange = new("E-RANGE", Severity.Error);
    public static readonly RejectionKind Precision = new("E-PRECISION", Severity.Error);
    public static readonly RejectionKind PersonalNumber = new("E-PERSONAL", Severity.Error, HidesFound: true);
    public static readonly RejectionKind NotADate = new("E-DATE", Severity.Error);
    public static readonly RejectionKind DatesMixed = new("E-DATE-MIXED", Severity.Error);
    public static readonly RejectionKind NotYesNo = new("E-YESNO", Severity.Error);
    public static readonly RejectionKind NotAChoice = new("E-CHOICE", Severity.Error);
    public static readonly RejectionKind Required = new("E-REQUIRED", Severity.Error);
    public static readonly RejectionKind BadText = new("E-TEXT", Severity.Error);
    public static readonly RejectionKind CellError = new("E-CELLERROR", Severity.Error);
    public static readonly RejectionKind Uncached = new("E-FORMULA", Severity.Error);
    public static readonly RejectionKind Merged = new("E-MERGED", Severity.Error);
    public static readonly RejectionKind ZeroDenominator = new("E-DENOMINATOR", Severity.Error);
    public static readonly RejectionKind NumeratorLarger = new("E-NUMERATOR", Severity.Error);
    public static readonly RejectionKind RatioDiffers = new("E-RATIO", Severity.Error);
    public static readonly RejectionKind RatioPart = new("E-RATIO-PART", Severity.Error);
    public static readonly RejectionKind RatioUnused = new("E-RATIO-UNUSED", Severity.Error);
    public static readonly RejectionKind RatioSource = new("E-RATIO-SOURCE", Severity.Error);
    public static readonly RejectionKind EstimateUnused = new("E-ESTIMATE", Severity.Error);
    public static readonly RejectionKind CheckFails = new("E-CHECK", Severity.Error);
    public static readonly RejectionKind NoParent = new("E-PARENT", Severity.Error);
    public static readonly RejectionKind Parts = new("E-PARTS", Severity.Error);
    public static readonly RejectionKind Total = new("E-TOTAL", Severity.Error);
    public static readonly RejectionKind Cumulative = new("E-CUMULATIVE", Severity.Error);
    public static readonly RejectionKind AsOf = new("E-ASOF", Severity.Error);
    public static readonly RejectionKind Votes = new("E-VOTES", Severity.Error);
    public static readonly RejectionKind Swing = new("N-SWING", Severity.NeedsExplanation);
    public static readonly RejectionKind Falls = new("N-FALLS", Severity.NeedsExplanation);
    public static readonly RejectionKind Thousands = new("W-THOUSANDS", Severity.Warning);
    public static readonly RejectionKind PercentSmall = new("W-PERCENT", Severity.Warning);
    public static readonly RejectionKind DateOrder = new("W-DATE", Severity.Warning);
    public static readonly RejectionKind ColumnUnknown = new("W-COLUMN", Severity.Warning);
    public static readonly RejectionKind HiddenRows = new("W-HIDDEN", Severity.Warning);
    public static readonly RejectionKind Footnote = new("W-FOOTNOTE", Severity.Warning, HidesFound: true);
    public static readonly RejectionKind FootnoteRead = new("W-FOOTNOTE-READ", Severity.Warning);
    public static readonly RejectionKind HiddenColumns = new("W-HIDDEN-COLUMN", Severity.Warning);
    public static readonly RejectionKind ListTotal = new("W-TOTAL", Severity.Warning);
    public static readonly RejectionKind PersonalText = new("W-PERSONAL", Severity.Warning, HidesFound: true);
    public static readonly RejectionKind OldFormat = new("W-OLDTYPE", Severity.Warning);
    public static readonly RejectionKind Macro = new("W-MACRO", Severity.Warning);
    public static readonly RejectionKind UnitUnnamed = new("W-UNIT", Severity.Warning);
    public static readonly RejectionKind OldEncoding = new("W-ENCODING", Severity.Warning);
    public static readonly RejectionKind OldFont = new("W-FONT", Severity.Warning);
    public static readonly RejectionKind NoFinalNewline = new("W-NEWLINE", Severity.Warning);
    public static readonly RejectionKind RowNotRead = new("W-NOTREAD", Severity.Warning);

    /// <summary>The line that counts what is not listed; printed under the code it counts.</summary>
    internal static readonly RejectionKind More = new("I-MORE", Severity.Warning);

    /// <summary>All kinds, in the order of the catalogue.</summary>
    public static IReadOnlyList<RejectionKind> All { get; } =
    [
        Empty, OldType, WrongType, Password, Truncated, Corrupt, TooLarge, Timeout, Dimension, Unsafe, Encoding, Font, Binary, Quote,
        Ragged, LongRecord, Separator, Header, HeaderTwice, NoForm, ManyForms, NoRows, NoFigures, StampOld, StampConflict, Unreadable, Unit, UnitAmbiguous, UnitOther,
        PeriodUnknown, PeriodMissing, PeriodMany, PeriodConflict, NoDuty, UnitEnded, UnitNotYet, TooEarly, Locked, IndicatorUnknown,
        IndicatorName, IndicatorNotAsked, Duplicate, Measure, NotANumber, Ambiguous, CommaStyle, NumberStyle, NotInteger,
        OutOfRange, Precision, PersonalNumber, NotADate, DatesMixed, NotYesNo, NotAChoice, Required, BadText, CellError, Uncached,
        Merged, ZeroDenominator, NumeratorLarger, RatioDiffers, RatioPart, RatioUnused, RatioSource, EstimateUnused,
        CheckFails, NoParent, Parts, Total, Cumulative, AsOf, Votes, Swing, Falls, Thousands, PercentSmall, DateOrder, ColumnUnknown, HiddenRows, Footnote, FootnoteRead, HiddenColumns, ListTotal, PersonalText, OldFormat, Macro,
        UnitUnnamed, OldEncoding, OldFont, NoFinalNewline, RowNotRead,
    ];
}
