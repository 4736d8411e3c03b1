using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Checks for another loan, and the offers that came of them.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261201000040_Reloans")]
public sealed class M0040Reloans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0040-reloans.sql");
}
