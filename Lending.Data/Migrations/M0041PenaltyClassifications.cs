using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>The catalogue of penalty classifications.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261201000041_PenaltyClassifications")]
public sealed class M0041PenaltyClassifications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0041-penalty-classifications.sql");
}
