using Emulation.Benchmarks;
using Emulation.Jobs.Hosting;

Cultures.UseInvariant();
return await BenchOptions.Command(BenchRun.RunAsync).Parse(args).InvokeAsync();
