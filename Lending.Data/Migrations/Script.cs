using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

internal static class Script
{
    /// <summary>Runs an embedded script, whole, in the migration's transaction.</summary>
    public static void Run(this MigrationBuilder migration, string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        migration.Sql(reader.ReadToEnd());
    }
}
