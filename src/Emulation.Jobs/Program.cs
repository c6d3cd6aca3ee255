Console.WriteLine("Emulation.Jobs");
