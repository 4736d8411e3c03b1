using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Who set up what: Brands, product versions, staff.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000010_Administration")]
public sealed class M0010Administration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0010-administration.sql");
}
