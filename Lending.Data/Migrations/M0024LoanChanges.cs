using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Changes of running loans, and schedules that get shorter.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000024_LoanChanges")]
public sealed class M0024LoanChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0024-loan-changes.sql");
}
