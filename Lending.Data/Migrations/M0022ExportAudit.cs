using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Who saved which list as a file.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000022_ExportAudit")]
public sealed class M0022ExportAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0022-export-audit.sql");
}
