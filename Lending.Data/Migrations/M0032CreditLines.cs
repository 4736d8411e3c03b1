using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Lines of credit with their draws and statements.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000032_CreditLines")]
public sealed class M0032CreditLines : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0032-credit-lines.sql");
}
