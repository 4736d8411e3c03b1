using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A fact about a resource, attached by an extension method of the builder.</summary>
public interface IResourceAnnotation;

/// <summary>The facts about one resource, in the order they were attached.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>;

/// <summary>A named resource.</summary>
public abstract class Resource : IResource
{
    /// <summary>Names the resource: letters, digits and hyphens, at most 64.</summary>
    protected Resource(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > 64 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new ArgumentException($"Resource name '{name}' is invalid. Names hold ASCII letters, digits and hyphens, at most 64.", nameof(name));
        }
        Name = name;
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public ResourceAnnotationCollection Annotations { get; } = [];
}
