using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Where silos of the Aspire stack find each other. The embedded stack leaves it empty.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000003_OrleansMembership")]
public sealed class M0003OrleansMembership : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0008-orleans.sql");
}
