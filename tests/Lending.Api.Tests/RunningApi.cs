using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>One installation for all tests of this assembly.</summary>
public sealed class RunningApi : IAsyncLifetime
{
    private LendingApp? _app;

    public LendingApp App => _app ?? throw new InvalidOperationException("The installation is not up.");

    public async Task InitializeAsync() => _app = await LendingApp.JoinAsync(
        Installation.FromEnvironment() ?? throw new InvalidOperationException("Name a running installation by LENDING_API and its companions."));

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<RunningApi>
{
    public const string Name = "api";
}
