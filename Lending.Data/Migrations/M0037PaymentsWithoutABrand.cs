using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Money that names no Brand can be seen and taken by one.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261130000037_PaymentsWithoutABrand")]
public sealed class M0037PaymentsWithoutABrand : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0037-payments-without-a-brand.sql");
}
