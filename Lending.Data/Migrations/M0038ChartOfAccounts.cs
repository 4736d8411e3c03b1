using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Accounts of each Brand, which of them new loans post to, and those that hold a loan's balances.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261130000038_ChartOfAccounts")]
public sealed class M0038ChartOfAccounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0038-chart-of-accounts.sql");
}
