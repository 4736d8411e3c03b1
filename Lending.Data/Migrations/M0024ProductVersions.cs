using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Versions of products that wait to be put in force, and products that take no new loans.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000024_ProductVersions")]
public sealed class M0024ProductVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0024-product-versions.sql");
}
