namespace Orleans.Tests.Activations;

/// <summary>A grain that fails to load, the first time.</summary>
public interface IFragileGrain : IGrainWithGuidKey
{
    Task<Guid> KeyAsync();
}

public sealed class FragileGrain(Script script) : Grain, IFragileGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!script.Log.Contains("failed once"))
        {
            script.Note("failed once");
            throw new InvalidDataException("The journal could not be read.");
        }
    }

    public Task<Guid> KeyAsync() => Task.FromResult(this.GetPrimaryKey());
}
