import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { SelectField, type SelectOption } from '#ground/ui/SelectField.tsx';
import { listRegions } from '../../contract-plans.ts';

interface RegionFieldProps {
  label: string;
  help?: string;
  value: string;
  /** A first line for "none". */
  none?: string;
  onChoose: (region: string) => void;
}

/** Whose holidays count: a country, or one of its regions. */
export function RegionField({ label, help, value, none, onChoose }: RegionFieldProps) {
  const options = useRegions();
  return (
    <SelectField
      label={label}
      help={help}
      value={value}
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
      onChoose={onChoose}
    />
  );
}

function useRegions(): SelectOption[] {
  const formats = useFormats();
  const { data } = useRead(listRegions, {});
  return (data?.countries ?? []).flatMap(({ code, name, regions }) => [
    { value: code, label: name, group: name },
    ...regions
      .toSorted((a, b) => formats.compare(a.name, b.name))
      .map((region) => ({ value: region.code, label: region.name, group: name })),
  ]);
}
