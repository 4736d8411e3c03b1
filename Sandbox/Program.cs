await using var app = Sandbox.SandboxApp.Build(args);
await app.RunAsync();
