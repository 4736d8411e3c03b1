using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Journal, ledger, read models and the tables of daily work, closed to all but the Brand that is named.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000001_Foundation")]
public sealed class M0001Foundation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Run("0001-roles.sql");
        migrationBuilder.Run("0002-journal.sql");
        migrationBuilder.Run("0003-brands.sql");
        migrationBuilder.Run("0004-read-models.sql");
        migrationBuilder.Run("0005-work.sql");
        migrationBuilder.Run("0006-row-level-security.sql");
    }
}
