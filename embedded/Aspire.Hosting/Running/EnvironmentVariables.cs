using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The variables that the app model gives a resource.</summary>
internal static class EnvironmentVariables
{
    public static Dictionary<string, object> Of(IResource resource, DistributedApplicationExecutionContext execution)
    {
        var variables = new Dictionary<string, object>();
        var context = new EnvironmentCallbackContext(execution, resource, variables);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList()) annotation.Callback(context);
        return variables;
    }

    /// <summary>The same as texts. A value that has nothing to say, such as a cache that is in process, is left out.</summary>
    public static async Task<Dictionary<string, string>> ResolveAsync(
        IResource resource, DistributedApplicationExecutionContext execution, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, string>();
        foreach (var (name, value) in Of(resource, execution))
        {
            var text = value is IValueProvider later ? await later.GetValueAsync(cancellationToken) : (string)value;
            if (text is not null) resolved[name] = text;
        }
        return resolved;
    }
}
