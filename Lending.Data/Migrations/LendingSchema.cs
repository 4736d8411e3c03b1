using Microsoft.EntityFrameworkCore;

namespace Lending.Data;

/// <summary>
/// The context that carries the migrations. It maps no entity: tables are written as SQL scripts, because triggers, policies, grants and
/// fill factors are most of them, and rows are read and written by SQL as well.
/// </summary>
public sealed class LendingSchema(DbContextOptions<LendingSchema> options) : DbContext(options);
