using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>Who a command run by hand is done by: the command, on behalf of the operator logged in at this machine.</summary>
internal static class SetUpContext
{
    public static CommandContext Of(string brand, string command, string subject) => new(
        $"{command}:{subject}", brand, Actor.System(command) with { Origin = Environment.MachineName, Device = Environment.UserName },
        Grants.Everything, Guid.CreateVersion7());
}
