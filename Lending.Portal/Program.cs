using Lending.Portal;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
var galleryOnly = builder.Environment.IsDevelopment() && builder.Configuration.GetConnectionString("lendingdb") is null;
if (galleryOnly) builder.AddGallery();
else builder.AddPortal();

var app = builder.Build();
if (galleryOnly) app.UseGallery();
else app.UsePortal();
app.MapDefaultEndpoints();
app.Run();
