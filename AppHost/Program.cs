using Lending.AppHost;
using Lending.AppHost.Walk;

// --walk lives through two loans in a throw-away installation and ends.
using var walk = WalkRun.AskedFor(args);
var builder = DistributedApplication.CreateBuilder(walk?.Options ?? new DistributedApplicationOptions { Args = args });
var ports = new Ports(builder);

// Secrets, generated at the first start and kept.
var jwtKey = builder.AddSecret("jwt-key");
var fieldKey = builder.AddSecret("field-key");
var webhookKey = builder.AddSecret("webhook-key");

// What holds the data: the journal and ledger, caches, documents.
var lendingDb = builder.AddPostgres("pg").WithVolume(walk, "lending-pg").AddDatabase("lendingdb");
var redis = builder.AddRedis("redis");
var documents = builder.AddAzureStorage("storage").RunAsEmulator(azurite => azurite.WithVolume(walk, "lending-documents")).AddBlobs("documents");

// Every process that serves loans is a silo; they find each other through the lending database.
var orleans = builder.AddOrleans("lending").WithClusterId("lending").WithServiceId("lending").WithClustering(new AdoNetClustering(lendingDb));

// Plays every third party: bureau, bank, payment links, e-sign, messages.
var sandbox = builder.AddProject<Projects.Sandbox>("sandbox")
    .WithHttpEndpoint(port: ports.Of("Sandbox", 5099), name: "http").WithHttpHealthCheck("/health")
    .WithEnvironment("Webhooks__Key", webhookKey).WithDataFolder();

var migrations = builder.AddProject<Projects.Lending_Workers>("migrations").WithArgs("migrate")
    .WithReferences(lendingDb).WaitFor(lendingDb)
    .WithEnvironment("Fields__Key", fieldKey);

var api = builder.AddProject<Projects.Lending_Api>("lending-api")
    .WithHttpEndpoint(port: ports.Of("Api", 5080), name: "http").WithExternalHttpEndpoints().WithHttpHealthCheck("/health")
    .WithReference(orleans).WithReferences(lendingDb, redis, documents).WithReference(sandbox)
    .WithEnvironment("Jwt__Key", jwtKey).WithEnvironment("Fields__Key", fieldKey).WithEnvironment("Webhooks__Key", webhookKey)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(documents).WaitFor(sandbox);

// The sandbox calls back to the API, which waits for it: an address, not a wait.
sandbox.WithReference(api);

var portal = builder.AddProject<Projects.Lending_Portal>("lending-portal")
    .WithHttpEndpoint(port: ports.Of("Portal", 5090), name: "http").WithExternalHttpEndpoints().WithHttpHealthCheck("/health")
    .WithReference(orleans).WithReferences(lendingDb, redis, documents).WithReference(sandbox)
    .WithEnvironment("Fields__Key", fieldKey)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(documents);

var workers = builder.AddProject<Projects.Lending_Workers>("lending-workers")
    .WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health")
    .WithReference(orleans).WithReferences(lendingDb, redis, documents).WithReference(sandbox).WithReference(api)
    .WithEnvironment("Fields__Key", fieldKey).WithEnvironment("Webhooks__Key", webhookKey)
    .WaitForCompletion(migrations).WaitFor(redis).WaitFor(documents).WaitFor(sandbox);

// Only a developer's machine has a demonstration; --DemoData=false starts without it. Day end waits until its simulated days are over.
var hasDemo = builder.ExecutionContext.IsRunMode && builder.Configuration["DemoData"] != "false";
if (hasDemo)
{
    sandbox.WithDemoAuthenticators();
    // A cluster of its own: in the others' silos, loans would live by the real clock and not by the simulated days.
    var demoData = builder.AddProject<Projects.Lending_Workers>("demo-data").WithArgs("demo")
        .WithReferences(lendingDb, redis, documents).WithReference(sandbox)
        .WithEnvironment("Fields__Key", fieldKey).WithEnvironment("Webhooks__Key", webhookKey)
        .WaitForCompletion(migrations).WaitFor(redis).WaitFor(documents).WaitFor(sandbox);
    if (builder.Configuration["Demo:Customers"] is { Length: > 0 } customers) demoData.WithEnvironment("Demo__Customers", customers);
    workers.WaitForCompletion(demoData);
}

if (walk is not null) return await walk.RunAsync(builder.Build(), new(api, portal, sandbox, workers), new(lendingDb, documents, fieldKey, webhookKey));
builder.AddWelcome(api, portal, sandbox, hasDemo);
builder.Build().Run();
return Environment.ExitCode;
