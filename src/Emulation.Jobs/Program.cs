using Emulation.Jobs.Commands;
using Emulation.Jobs.Hosting;

// Everything is a command: `serve` is the host, the others run the same use cases by hand.
Cultures.UseInvariant();
return await CommandLine.RunAsync(args);
