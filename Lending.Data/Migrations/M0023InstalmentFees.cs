using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Fees that come with instalments.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000023_InstalmentFees")]
public sealed class M0023InstalmentFees : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0023-instalment-fees.sql");
}
