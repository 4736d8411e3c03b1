using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Mandates and debits that are asked about.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261130000036_Mandates")]
public sealed class M0036Mandates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0036-mandates.sql");
}
