using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Probe;

/// <summary>This project as a resource of an app model.</summary>
public sealed class ProbeProject : IBuiltProjectMetadata
{
    public string ProjectPath => Here();

    public string TargetPath => typeof(ProbeProject).Assembly.Location;

    private static string Here([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "Embedded.Aspire.Hosting.Probe.csproj");
}
