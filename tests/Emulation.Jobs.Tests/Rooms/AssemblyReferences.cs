using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Emulation.Jobs.Tests.Rooms;

/// <summary>One use: code in <paramref name="FromNamespace"/> names a type, or a member of it.</summary>
/// <param name="FromType">Full name of the outermost type that holds the code.</param>
/// <param name="Type">Full name of the type used.</param>
/// <param name="Member">The member used; empty for the type itself.</param>
internal readonly record struct Use(string FromNamespace, string FromType, string Type, string Member);

/// <summary>Everything the compiled code of an assembly names in other assemblies, found by walking the instructions of every method.</summary>
internal static class AssemblyReferences
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Use> Of(System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var uses = new HashSet<Use>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var outermost = Outermost(metadata, type);
            var (space, name) = (metadata.GetString(outermost.Namespace), metadata.GetString(outermost.Name));
            foreach (var token in Tokens(metadata, file, type))
            {
                foreach (var (used, member) in Named(metadata, token))
                {
                    uses.Add(new Use(space, $"{space}.{name}", used, member));
                }
            }
        }

        return uses;
    }

    private static TypeDefinition Outermost(MetadataReader metadata, TypeDefinition type) =>
        type.GetDeclaringType().IsNil ? type : Outermost(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()));

    private static IEnumerable<EntityHandle> Tokens(MetadataReader metadata, PEReader file, TypeDefinition type)
    {
        var attributes = type.GetCustomAttributes().Concat(type.GetMethods().SelectMany(method => metadata.GetMethodDefinition(method).GetCustomAttributes()));
        return attributes.Select(attribute => metadata.GetCustomAttribute(attribute).Constructor)
            .Append(type.BaseType)
            .Concat(type.GetInterfaceImplementations().Select(implementation => metadata.GetInterfaceImplementation(implementation).Interface))
            .Concat(type.GetMethods().SelectMany(method => TokensOf(metadata, file, metadata.GetMethodDefinition(method))));
    }

    private static List<EntityHandle> TokensOf(MetadataReader metadata, PEReader file, MethodDefinition method)
    {
        var tokens = new List<EntityHandle>();
        if (method.RelativeVirtualAddress == 0)
        {
            return tokens;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        tokens.AddRange(body.ExceptionRegions.Where(region => !region.CatchType.IsNil).Select(region => region.CatchType));
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var instruction = ReadCode(ref code);
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                tokens.Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
            }
            else
            {
                Skip(ref code, instruction.OperandType);
            }
        }

        return tokens;
    }

    private static OpCode ReadCode(ref BlobReader code)
    {
        var first = code.ReadByte();
        return Codes[first == 0xFE ? unchecked((short)(0xFE00 | code.ReadByte())) : first];
    }

    private static void Skip(ref BlobReader code, OperandType operand)
    {
        var size = operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 * code.ReadInt32(),
            _ => 4,
        };
        code.Offset += size;
    }

    private static IEnumerable<(string Type, string Member)> Named(MetadataReader metadata, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.TypeReference:
                return [(FullName(metadata, (TypeReferenceHandle)token), "")];
            case HandleKind.TypeSpecification:
                return TypesIn(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(new TypeNames(), null));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                return Named(metadata, member.Parent).Select((used, index) => index == 0 ? (used.Type, metadata.GetString(member.Name)) : used);
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)token);
                return Named(metadata, method.Method).Concat(TypesIn(metadata, method.DecodeSignature(new TypeNames(), null).SelectMany(names => names)));
            default:
                return [];
        }
    }

    private static IEnumerable<(string Type, string Member)> TypesIn(MetadataReader metadata, IEnumerable<string> names) =>
        names.Select(name => (name, ""));

    internal static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? FullName(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
