using Lending.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLendingApi();

var app = builder.Build();
app.UseLendingApi();
app.MapLendingApi();
app.MapDefaultEndpoints();
app.Run();

/// <summary>The borrower API's process.</summary>
public partial class Program;
