using System.CommandLine;
using System.Globalization;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>trace</c>, <c>trace report</c>: follows a unit's result in an indicator back to the cells, files and receipts it came from.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var unit = Arguments.Unit();
        var indicator = new Argument<string>("indicator") { Description = "The code of an indicator of the plan." };
        var period = Arguments.Period();
        var command = new Command("trace", "Leads from a result to the cells, files and receipts it came from.") { unit, indicator, period, TraceReportCommand.Create() };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => RunAsync(services, parsed.GetRequiredValue(unit), parsed.GetRequiredValue(indicator), parsed.GetRequiredValue(period), stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string unit, string indicator, string period, CancellationToken cancellationToken)
    {
        var stored = await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken);
        var (unitCode, indicatorCode) = (Known(stored.Ids.Units, new UnitCode(unit)), Known(stored.Ids.Indicators, new IndicatorCode(indicator)));
        var span = stored.Plan.PeriodByCode(Arguments.PeriodOf(stored.Plan, period));
        var runs = services.GetRequiredService<RunStore>();
        var run = await runs.FindClosedAsync(stored, span, cancellationToken)
            ?? await runs.FindLatestAsync(stored, span, RunKind.Provisional, cancellationToken)
            ?? throw new InvalidOperationException($"There is no run of {period} yet.");
        var (counted, passedOver) = await services.GetRequiredService<RunTrace>().OfResultAsync(run.RunId, stored, span, unitCode, indicatorCode, cancellationToken);
        foreach (var line in counted.Select(Line).Concat(passedOver.Select(figure => Line(figure) + "  not counted")))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return counted.Count + passedOver.Count > 0 ? CommandLine.Well : throw new InvalidOperationException($"No figure of {unit} counted for {indicator} in {period}.");
    }

    private static string Line(TracedFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Period}  {figure.Form.ToName()} version {figure.Version}  {Said(figure)}  {Place(figure)} of {figure.FileName}  sha256 {Convert.ToHexStringLower(figure.FileHash)}  received {figure.ReceivedAt:yyyy-MM-dd HH:mm}Z  receipt {figure.ReceiptFile ?? "not yet written"}");

    private static string Said(TracedFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Value?.ToString(CultureInfo.InvariantCulture) ?? figure.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ((FigureState)figure.State).ToString()}");

    private static string Place(TracedFigure figure) => figure.Sheet == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {figure.Row}, column {figure.Column}")
        : string.Create(CultureInfo.InvariantCulture, $"sheet {figure.Sheet}, cell {new CellAddress(figure.Sheet, figure.Row, figure.Column)}");

    private static TCode Known<TCode>(IReadOnlyDictionary<TCode, int> codes, TCode code)
        where TCode : struct => codes.ContainsKey(code) ? code : throw new ArgumentException($"The plan has no '{code}'.");
}
