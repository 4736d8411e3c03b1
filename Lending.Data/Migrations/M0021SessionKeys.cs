using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending.Data;

/// <summary>Where the keys of session cookies are kept, sealed.</summary>
[DbContext(typeof(LendingSchema))]
[Migration("20261122000021_SessionKeys")]
public sealed class M0021SessionKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Run("0021-session-keys.sql");
}
