using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Money that arrived and fits no loan waits here for a person.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000002_UnmatchedPayments")]
public sealed class M0002UnmatchedPayments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0007-unmatched-payments.sql");
}
