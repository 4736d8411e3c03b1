using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Asset classes, suspense and provision of a loan, and the nightly reconciliation of the book with the ledger.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261123000026_ClassesAndReconciliation")]
public sealed class M0026ClassesAndReconciliation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0026-classes-and-reconciliation.sql");
}
