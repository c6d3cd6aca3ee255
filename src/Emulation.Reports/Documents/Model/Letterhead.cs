namespace Emulation.Reports.Documents.Model;

/// <summary>What the document needs beside the figures: head, addressees, signature.</summary>
/// <param name="Symbol">The issuer's abbreviation in document numbers, e.g. <c>STP</c>.</param>
/// <param name="Place">The place name before the date.</param>
/// <param name="SignerTitle">Authority of the signer, one line each, e.g. <c>KT. GIÁM ĐỐC</c>, <c>PHÓ GIÁM ĐỐC</c>.</param>
/// <param name="SignerName">Null where the name is written after signing.</param>
/// <param name="Addressees">"Kính gửi", as printed.</param>
/// <param name="Copies">The others of the distribution list.</param>
/// <param name="Archives">Archive lines, e.g. <c>Lưu: VT, VP (TĐ)</c>.</param>
public sealed record Letterhead(
    string Symbol,
    string Place,
    IReadOnlyList<string> SignerTitle,
    string? SignerName,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<string> Copies,
    IReadOnlyList<string> Archives);
