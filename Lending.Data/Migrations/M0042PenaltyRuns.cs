using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Runs of late charges over all loans.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261201000042_PenaltyRuns")]
public sealed class M0042PenaltyRuns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0042-penalty-runs.sql");
}
