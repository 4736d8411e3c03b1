using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Charged-off debt of a loan.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261130000034_ChargeOffs")]
public sealed class M0034ChargeOffs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0034-charge-offs.sql");
}
