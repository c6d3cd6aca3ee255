using Emulation.Ingest.Cage;
using Emulation.Jobs.Commands;
using Emulation.Jobs.Hosting;

// The cage's child comes first and alone: it starts for files of any origin and must not build anything else.
Cultures.UseInvariant();
return args is [CageOptions.Command] ? ReadWorker.Run() : await CommandLine.RunAsync(args);
