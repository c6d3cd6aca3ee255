using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>Everything a report puts into the slots of the template. Pure: equal models give equal values.</summary>
public static class DocumentValues
{
    /// <exception cref="InvalidOperationException">The report was made before there were documents.</exception>
    public static SlotValues Of(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var letterhead = model.Letterhead ?? throw new InvalidOperationException("This report was made before reports had a document: it lacks head, addressees and signature.");
        var values = new SlotValues();
        Head(values, model.Cover, letterhead);
        Body(values, model);
        Foot(values, letterhead);
        AppendixValues.Add(values, model, letterhead);
        return values;
    }

    private static void Head(SlotValues values, ReportCover cover, Letterhead letterhead) => values
        .Text("co-quan-chu-quan", cover.Superior.ToUpper(Texts.Vietnamese))
        .Text("co-quan", cover.Issuer.ToUpper(Texts.Vietnamese))
        .Text("so-ky-hieu", HeadWords.Number(letterhead))
        .Text("dia-danh-ngay", HeadWords.PlaceAndDate(letterhead, cover.DataAsOf))
        .Text("loai-van-ban", HeadWords.Kind(cover))
        .Text("trich-yeu", cover.Subject)
        .Text("kinh-gui", HeadWords.Addressee(letterhead))
        .Lines("kinh-gui.dong", HeadWords.AddresseeLines(letterhead));

    private static void Body(SlotValues values, ReportModel model) => values
        .Lines("can-cu", HeadWords.LegalBasis(model.Cover))
        .Text("mo-dau", PartWords.Opening(model.Cover))
        .Items("dinh-chinh", model.Cover.Replaces is null ? [] : [Corrigendum(model)])
        .Lines("phan-1", PartWords.Direction(model))
        .Lines("ket-qua-chung", PartWords.Overall(model))
        .Items("phong-trao", model.Movements.Select((movement, index) => Movement(model, movement, index)))
        .Lines("xep-hang", PartWords.Ranking(model))
        .Lines("phan-3", PartWords.Awards(model))
        .Lines("phan-4", PartWords.Shortcomings(model))
        .Lines("phan-5", PartWords.Tasks(model))
        .Lines("phan-6", PartWords.Requests(model))
        .Text("ket-thuc", PartWords.Closing(model.Cover));

    private static SlotValues Corrigendum(ReportModel model) => new SlotValues()
        .Text("dinh-chinh.ly-do", Phrase.Quote(model.Cover.Replaces!, Addresses.Cover("replaces")) + (model.Cover.Replaces!.EndsWith('.') ? "" : ".") + " " + Texts.Get(model.Changes.Count == 0 ? "Document.Changes.None" : "Document.Changes"))
        .Items("dinh-chinh.dong", model.Changes.Select((change, index) => new SlotValues()
            .Text("dinh-chinh.dong.don-vi", change.Unit)
            .Text("dinh-chinh.dong.noi-dung", Phrase.Quote(change.What, Addresses.Change(index + 1, "what")))
            .Text("dinh-chinh.dong.ban-truoc", Phrase.Quote(change.Before, Addresses.Change(index + 1, "before")))
            .Text("dinh-chinh.dong.ban-nay", Phrase.Quote(change.After, Addresses.Change(index + 1, "after")))));

    private static SlotValues Movement(ReportModel model, MovementColumn movement, int index)
    {
        var totals = model.Indicators.Where(total => total.Group == movement.Code).ToList();
        Phrase?[] remarks = [MovementWords.BestAndWeakest(model.Results, movement.Code), MovementWords.Changes(totals, model.PreviousPeriod)];
        return new SlotValues()
            .Text("phong-trao.ten", Texts.Get("Document.Point", PointLetters.Of(index), MovementWords.Title(movement)))
            .Lines("phong-trao.doan", [MovementWords.Overview(totals)])
            .Lines("phong-trao.chi-tieu", MovementWords.Indicators(totals))
            .Lines("phong-trao.nhan-xet", [.. remarks.OfType<Phrase>(), .. MovementWords.Explanations(model.Explanations, totals)]);
    }

    private static void Foot(SlotValues values, Letterhead letterhead) => values
        .Lines("noi-nhan", HeadWords.Recipients(letterhead))
        .Lines("chuc-vu-ky", [.. letterhead.SignerTitle.Select(title => title.ToUpper(Texts.Vietnamese))])
        .Text("nguoi-ky", letterhead.SignerName ?? "");
}
