using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Changes of running loans, and schedules that get shorter.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000025_LoanChanges")]
public sealed class M0025LoanChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0025-loan-changes.sql");
}
