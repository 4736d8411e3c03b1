using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Payment links that are asked about; loans late by their product's days are called delinquent.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000011_PaymentLinks")]
public sealed class M0011PaymentLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0011-payment-links.sql");
}
