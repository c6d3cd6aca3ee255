using System.Globalization;
using Emulation.Plan.Calendar;
using Spectre.Console;

namespace Emulation.Jobs.Demo;

/// <summary>What a person sees of the demo: a bar that walks through the year, and the table at its end.</summary>
internal sealed class DemoScreen(IAnsiConsole console, TimeZoneInfo zone)
{
    /// <summary>Shows the bar while <paramref name="play"/> runs; it reports each finished step.</summary>
    public Task<DemoPosition> ShowProgressAsync(int done, int total, Func<Action<DemoStep>, Task<DemoPosition>> play) => console
        .Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask(Texts.Get("demo.preparing"), maxValue: total);
            bar.Value = done;
            return await play(step =>
            {
                bar.Description = Texts.Get("demo.day", zone.DateOf(step.At).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
                bar.Increment(1);
            });
        });

    public void Show(DemoSummary summary, IReadOnlyList<(string What, string Where)> places)
    {
        console.Write(Totals(summary));
        console.Write(Closings(summary));
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (what, where) in places)
        {
            grid.AddRow(new Text(what), new Text(where));
        }

        console.WriteLine();
        console.MarkupLine("[bold]" + Markup.Escape(Texts.Get("demo.where")) + "[/]");
        console.Write(grid);
    }

    public void Say(string sentence) => console.WriteLine(sentence);

    private static Table Totals(DemoSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Texts.Get("demo.title"))
            .AddColumn(Texts.Get("demo.column.what")).AddColumn(new TableColumn(Texts.Get("demo.column.count")).RightAligned());
        Row(table, "demo.dropped", summary.Dropped);
        Row(table, "demo.receipts", summary.Receipts);
        Row(table, "demo.accepted", summary.Accepted);
        Row(table, "demo.rejected", summary.Rejected);
        Row(table, "demo.duplicates", summary.Duplicates);
        Row(table, "demo.reports", summary.Reports);
        Row(table, "demo.mails", summary.Mails);
        table.AddRow(Texts.Get("demo.seconds"), summary.Seconds.ToString("0.0", Texts.Vietnamese));
        return table;
    }

    private static Table Closings(DemoSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Texts.Get("demo.closings"))
            .AddColumn(Texts.Get("demo.column.period"))
            .AddColumn(new TableColumn(Texts.Get("demo.column.units")).RightAligned())
            .AddColumn(Texts.Get("demo.column.hash"));
        foreach (var wave in summary.Waves)
        {
            table.AddRow(wave.Code, wave.Units.ToString(Texts.Vietnamese), wave.Hash[..16]);
        }

        return table;
    }

    private static void Row(Table table, string key, long count) => table.AddRow(Texts.Get(key), count.ToString("N0", Texts.Vietnamese));
}
