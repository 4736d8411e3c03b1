using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Keeps a loan's state uncompressed in its row.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000004_LoanStorage")]
public sealed class M0004LoanStorage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0009-loan-storage.sql");
}
