import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, type ButtonLook } from '#ground/ui/Button.tsx';
import { Checkbox, Radio, Switch } from '#ground/ui/Checkbox.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { Tooltip } from '#ground/ui/Tooltip.tsx';
import styles from './parts-page.module.css';

const LOOKS: readonly ButtonLook[] = ['filled', 'plain', 'bare', 'risk'];
const PLACES = ['Winterthur', 'Aarau', 'Ravensburg'].map((place) => ({ value: place, label: place }));
const nothing = () => undefined;

export function ControlParts() {
  const [mistakes, setMistakes] = useState<{ fieldId: string; message: string }[]>([]);
  return (
    <section className={styles.part}>
      <h2>Button, Menu, Tooltip, Dialog, Toast, fields, Form</h2>
      <div className={styles.row}>
        {LOOKS.map((look) => (
          <Button key={look} look={look} keys="c">
            Kontakt festhalten
          </Button>
        ))}
        <Button look="filled" size="big">
          Probelauf starten
        </Button>
        <Button disabled>Übergeben</Button>
        <Button busy>Wird gespeichert</Button>
        <Tooltip hint="Mehr zu diesem Talent">
          <Button aria-label="Mehr" icon={<Icon of={IconDots} />}>
            Mehr
          </Button>
        </Tooltip>
        <ExampleMenu />
        <ExampleDialog />
        <Button onClick={() => showToast({ message: 'Versprechen auf Mittwoch verschoben.', undo: nothing })}>
          Toast
        </Button>
      </div>
      <div className={styles.columns}>
        <Form
          mistakes={mistakes}
          onSubmit={() => setMistakes([{ fieldId: 'mail', message: 'Mail ohne Punkt nach dem @.' }])}
        >
          <TextField label="Name" help="Wie die Person sich selbst schreibt." />
          <TextField
            id="mail"
            label="Mail"
            optional
            error={mistakes[0]?.message}
            defaultValue="j.kaeser@firmaexample"
          />
          <TextArea label="Notiz" voice="human" defaultValue="Sie fragt nach dem Labor." />
          <FormActions>
            <Button look="filled" type="submit">
              Speichern
            </Button>
            <Button>Verwerfen</Button>
          </FormActions>
        </Form>
        <div className={styles.stack}>
          <SelectField label="Ort" options={PLACES} />
          <SelectField label="Bewertung" asks options={PLACES} help="Vermutet, bitte bestätigen." />
          <TextField label="Gesperrt" disabled defaultValue="kommt aus der Datei" />
          <FormSection title="Wählen">
            <Checkbox defaultChecked>Auch Ehemalige</Checkbox>
            <Checkbox partly>Einige davon</Checkbox>
            <Radio name="keep">Behalten</Radio>
            <Radio name="keep" defaultChecked help="Wird 30 Tage aufbewahrt.">
              Löschen
            </Radio>
            <Switch help="Nur für diese Sitzung.">Angemeldet bleiben</Switch>
            <Switch defaultChecked>Zusammenfassung am Montag</Switch>
          </FormSection>
        </div>
      </div>
    </section>
  );
}

function ExampleMenu() {
  const [order, setOrder] = useState<'name' | 'warmth'>('name');
  return (
    <Menu trigger={<Button>Menü</Button>}>
      <MenuItem keys="p" onChoose={nothing}>
        In Pool
      </MenuItem>
      <MenuItem keys="u" onChoose={nothing}>
        Übergeben
      </MenuItem>
      <MenuLine />
      <MenuChoice
        label="Ordnung"
        value={order}
        onChoose={setOrder}
        options={[
          { value: 'name', label: 'Name' },
          { value: 'warmth', label: 'Wärme' },
        ]}
      />
      <MenuLine />
      <MenuItem risk onChoose={nothing}>
        Löschen
      </MenuItem>
    </Menu>
  );
}

function ExampleDialog() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="12 Talente löschen?"
        answers={
          <>
            <Button look="risk" onClick={close}>
              12 Talente löschen
            </Button>
            <Button onClick={close}>Behalten</Button>
          </>
        }
      >
        <p>Sie liegen 30 Tage im Papierkorb und werden am 23. Dezember gelöscht.</p>
      </Dialog>
    </>
  );
}
