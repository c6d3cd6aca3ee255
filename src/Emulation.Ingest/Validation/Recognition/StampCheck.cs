using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>Compares the stamp of a template with what the file says and with the template of today. A file without a stamp is an office's own: nothing to compare.</summary>
internal sealed class StampCheck(FormTable table, EmulationPlan plan, Findings findings)
{
    public void Run(Unit unit, Period period)
    {
        foreach (var text in table.Title.Texts)
        {
            if (TemplateStamp.Find(text.Text) is { } stamp)
            {
                Compare(stamp, TemplateStamp.Of(table.Form, plan, unit, period), new Place(table.Source.SheetName, text.Row, text.Column, null), period);
                return;
            }
        }
    }

    private void Compare(TemplateStamp found, TemplateStamp expected, Place place, Period period)
    {
        var name = TemplateName.OfWorkbook(table.Form.Kind, period.Code);
        if (found with { Check = expected.Check } != expected)
        {
            findings.Add(RejectionCatalogue.StampConflict, place, ("found", Say(found)), ("expected", Say(expected)), ("name", name));
        }
        else if (found.Check != expected.Check)
        {
            findings.Add(RejectionCatalogue.StampOld, place, ("found", found.Check), ("expected", expected.Check), ("name", name));
        }
    }

    /// <summary>Form, unit and period as people name them; codes the plan does not know stay codes.</summary>
    private string Say(TemplateStamp stamp)
    {
        var form = FormKinds.FromName(stamp.Form) is { } kind ? FormCatalogue.Of(kind).Name : stamp.Form;
        var unit = plan.Units.FirstOrDefault(one => one.Code.Value == stamp.Unit)?.Name ?? Findings.Clip(stamp.Unit);
        var period = plan.Periods.FirstOrDefault(one => one.Code.Value == stamp.Period)?.Name ?? Findings.Clip(stamp.Period);
        return $"{form} – {unit}, {period}";
    }
}
