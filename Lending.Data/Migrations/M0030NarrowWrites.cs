using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Command ids on the journal's rows, a loan's state beside its row, and an outbox with one key: fewer rows and index entries for every payment.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261130000030_NarrowWrites")]
public sealed class M0030NarrowWrites : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0030-narrow-writes.sql");
}
