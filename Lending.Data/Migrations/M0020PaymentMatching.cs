using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Money that fits no loan can be claimed for one.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000020_PaymentMatching")]
public sealed class M0020PaymentMatching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0020-payment-matching.sql");
}
