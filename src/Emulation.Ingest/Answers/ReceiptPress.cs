using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Emulation.Ingest.Answers;

/// <summary>The two faces of a receipt.</summary>
public sealed record PrintedReceipt(string Html, string Text);

/// <summary>Prints receipts. Razor encodes every value, so nothing that stood in a file or its name becomes a tag.</summary>
/// <remarks>Not for two threads at once; make one for each batch.</remarks>
public sealed class ReceiptPress : IAsyncDisposable
{
    // Vietnamese letters stay letters instead of numbers, which keeps the file small and legible in an editor.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    private readonly HtmlRenderer renderer = new(Services, NullLoggerFactory.Instance);

    public async Task<PrintedReceipt> PrintAsync(Receipt receipt)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReceiptPage.Receipt)] = receipt });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReceiptPage>(parameters)).ToHtmlString());
        return new PrintedReceipt(html, ReceiptText.Of(receipt));
    }

    public ValueTask DisposeAsync() => renderer.DisposeAsync();
}
