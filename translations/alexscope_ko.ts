<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ArithmeticText</name>
    <message>
        <source>%1, class %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, channel %2 at x %3, y %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished">클래스 %1</translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs %1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 weights, too many to be fetched while training runs. Pause, and the calculation is written out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>; then %1: %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of %1 numbers: %2 / %1 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest of %1 numbers: %2, from row %3, column %4 of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode, nothing is dropped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept (dropped with p = %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped by lot (p = %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the loss of this picture: −ln p(%1) = −ln %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device says %1 in bf16, %2 away. The operands are the device&apos;s own, rounded to bf16 where it rounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device says %1 in fp32, %2 away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a, window of n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest product: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2: beyond the border, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the border, does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>class %1</source>
        <translation type="unfinished">클래스 %1</translation>
    </message>
</context>
<context>
    <name>DataName</name>
    <message>
        <source>Textures (built in)</source>
        <translation>텍스처 (내장)</translation>
    </message>
    <message>
        <source>CIFAR-10: %1</source>
        <translation>CIFAR-10: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>그림: %1</translation>
    </message>
    <message>
        <source>IDX: %1</source>
        <translation>IDX: %1</translation>
    </message>
    <message>
        <source>Packed: %1</source>
        <translation>묶음 파일: %1</translation>
    </message>
</context>
<context>
    <name>DeviceName</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>Plain loops</source>
        <translation>단순 반복문</translation>
    </message>
</context>
<context>
    <name>DeviceReport</name>
    <message>
        <source>The processor, with the kernels of oneDNN and some of Alexscope&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA&apos;s, with cuDNN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain loops, formula by formula as in the paper: slow, and what every other device is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what “Automatic” chooses here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp32 and bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp32. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Automatic” means</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>%1 %2 cannot be shared out evenly to %3 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 must lie between 1 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nor can those after it in its class; is the disk still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already holds a run; resume it or choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 announces pictures with a side of %2; 1 to %3 is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be decoded; the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be listed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be mapped into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened for reading; check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read to its end; the disk or the connection to it may be broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as a picture: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: encoding the PNG failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the picture has no pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot compute layer %2 here (%3); choose the reference device or another layer shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chose a memory format that Alexscope does not know; please report the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes, but a CIFAR-10 file has exactly %3; unpack cifar-10-binary.tar.gz again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes, but its header announces %3; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than the %3 that are read of such a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes; at most %3 are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 pictures, but %3 has %4 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has become shorter while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no class folder with a picture that can be read (%2 items were left out); give one with a sub-folder of pictures for every class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no file %2-%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no picture %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds iteration %2, which its name denies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no run: there is no run.json in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no training picture that can be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no training pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty or cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given already in line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing or does not begin with the header of a run&apos;s metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder; give one with a sub-folder of pictures for every class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a usable packed file: %2; pack the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an IDX file of bytes in %2 dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still packed; unpack it with gunzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels were given for a batch of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not written: the animation has no frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers were given for a tensor of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the files in %2 are no moments of a run and are left out; the first of them: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 where the header does not allow it, after &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 bytes at the end belong to no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 bytes of JSON, at most %3 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 bytes; this is no safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 has shape %3, the network needs %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 items were left out, %3 used with a remark, the first of them %4: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the %3 numbers of %4 are not finite (NaN or infinite); such weights are of no use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; this is no moment of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: JSON nested deeper than %2 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a row of metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a JSON object is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a list of names is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a name or text to be saved is not UTF-8: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a network needs at least one class, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: begins with a byte-order mark; save it as plain UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: carries no network text; name the network these weights belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: claims a header of %2 bytes; the file is cut off or no safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: event %2 is not a line of a run&apos;s events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: field %2 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: field %2 must be %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: has no tensor &quot;%2&quot;; it holds %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: holds weights but no state of training; it cannot be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: line %2 is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not valid JSON: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: record %2 has the label %3, but CIFAR-10 has the classes 0 to 9; is this the CIFAR-10 binary version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; %3 the tensor before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; has %3 bytes, which is not what its shape and type need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; lies beyond the end of the file; the file is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; must hold bytes (U8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; must hold whole numbers (I64, I32 or U8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the header does not begin with &apos;{&apos;; this is no safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the header would have %2 bytes, more than can be read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the name &quot;%2&quot; occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this build cannot %2 picture files; install libopencv-imgcodecs-dev and build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backward pass needs labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of %1 pictures is not possible; take at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve cannot keep %1 points of a level; choose a power of two from %2 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame of %1×%2 pixels does not fit an animation of %3×%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mean picture of %1×%2 is to be subtracted, but the one given has side %3; compute the statistics of the training set first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment of %1 bytes cannot be recorded; at most %2 are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network input of %1 cannot be fed with pictures: it needs 1 or 3 square channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that is not being trained cannot go on from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of %1×%2 cannot be resized to %3×%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of %1×%2 pixels has no colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture&apos;s input has %1 numbers, but %2 were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture&apos;s input has %1 numbers, but room was given for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pooling window of %1 is larger than the 255 this backend supports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of layer %1 cannot be %2; give a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An animation of %1×%2 pixels cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at iteration 0 with seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand: %1 %2 becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand: unit %1 of %2 as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand: unit %1 of %2 switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand: weight %1 of unit %2 of %3, %4, becomes %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create a folder %1 and keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create a folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot flush folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot look at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot put %1 in place: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1; is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1; is the folder there, and has it room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1 does not exist: the network tells %2 classes apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops of %1×%2 do not fit into pictures resized to %3 with a padding of %4; set resize to at least %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout was asked to draw a mask in a network prepared for inference only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 has no gradient of its output: it is the loss, lives inside a fused kernel, or the network is not prepared for training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 has no unit %2; its units are 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 is %2; channel %3 at row %4, column %5 lies outside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 of network %2 is no dropout layer; it has no p to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate divided: from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network %1 cannot share the parameters of a network with other layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network %1 does not end in a loss; let its last layer be softmax-loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network %1 takes up to %2 pictures of %3 numbers; %4 numbers were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checkpoint could be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only forward and backward pieces belong to a layer; run to one of these, or leave the layer out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of memory: %1 MiB more were needed; choose a smaller batch or network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing was stopped; %1 was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter %1 is not being trained: there is no state to save in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures cannot be packed %1 pixels wide; choose %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset: %1 stays as it is, what follows is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed at iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started with seed %1 on %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; to be saved has %2 bytes, which is not what its shape needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textures cannot be drawn %1 pixels wide; choose a side from 16 to 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 cannot be %2; choose a number from 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint was written with %1 %2, the run now says %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data %1 has no training pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dropout of %1 cannot be %2; choose a number from 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dropout of %1 was changed, but the network %2 has no such layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss has stayed at %1, that of guessing, for %2 iterations. Try another learning rate (now %3), smaller initial biases (0.1 in place of 1), larger initial weights, or check the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number: the steps were too large. Reset and lower the learning rate (now %1), or resume from the latest checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network %1 has no dropout layer &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network %1 has no dropout layer to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network %1 has no layer &quot;%2&quot; to run to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of layer %1 lives only inside a fused kernel; prepare the network without fusing to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture to look at (%1×%2) has no pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preprocessing divides by a deviation that is not positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preprocessing multiplies by a scale that is not positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot go on as it began (%1); device and precision are chosen anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on with another %1 (%2 before, %3 now): from here on its numbers may differ in the last bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done: %1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done; reset it, or start one with more epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s description holds text that is not UTF-8 (a folder&apos;s name?): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s past is no longer recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax loss needs one score a class; put a linear layer before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training set has no pictures, so its mean cannot be computed; choose other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot;; choose one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer %1 with weights to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no moment number %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture %1 among %2 textures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no precision &quot;%1&quot;; choose auto, fp32 or bf16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run to %1; start one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory: choose a smaller batch or a smaller network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory for that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device cannot change the dropout of a network that is already prepared; set p in its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This processor has no bf16 arithmetic (%1; AVX-512 BF16 or AMX is needed); choose fp32 or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program knows no usable device; build it with at least the reference backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tensors are to be saved under the name &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 of layer %2 has no weight %3; it has %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run was to stop at is reached already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] belongs before the layers; [preprocessing] comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] has no key %2; it has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1%2%3&quot; does not name data; give textures, cifar10:DIR, folder:DIR, idx:DIR or packed:FILE, and shuffled: before it for labels dealt out at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has not four extents of float32 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG with %1 bits a colour, which is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG with %1 colour channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a class to be tested on that is not in the training set; its %1 pictures are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key is made of letters, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of at most %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture of %1×%2 cannot be enlarged %3 times; 64 megapixels are the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a section looks like [conv1], not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a section&apos;s name is made of 1 to 64 letters, digits and _, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sheet of %1 tiles of %2×%3 has more than 64 megapixels; show fewer of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window of %1 does not fit into %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read the network text %1; it must be a readable file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes = %1, but the last linear layer has %2 outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected [section] or key = value, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it announces %1 + %2 pictures, but has room for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 bytes, more than any moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 bytes, which is not what its header announces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than 2^31 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output %1 has more than 2^31 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its outputs follow the classes of the data, which are not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pictures would be %1 pixels wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its version is %1, this program reads version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k must be above 0, alpha and beta not below 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 64 keys in [%1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1, but the window has a middle channel only when n is odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs one number a class, but its input is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON near byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the last linear layer may have as many outputs as there are classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = %1 must be at least 0 and below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pad = %1 must be at least 0 and smaller than size = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture %1 is of class %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the network text %1 failed; check the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resize = %1 is smaller than the input of %2; crops would not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has an extent of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has an unknown field &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has more than %2 dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; holds elements of type %2, which are not read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; lacks its type, shape or offsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input needs 1 to 65536 channels, rows and columns, and at most 2^31 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last layer must be a softmax-loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network %1 tells %2 classes apart, but the data has %3; write `outputs = classes` in its last linear layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has more than 2^31 parameters up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has no layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network&apos;s %1 must not contain # or control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the softmax-loss must be the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the softmax-loss needs a linear layer before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a section [%1] already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot; in the metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no built-in network %1; choose one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no network %1; give a .net file or one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no picture %1 among %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to show from number %1 on; there are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large: %1×%2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the figure of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run&apos;s past in %1 as an animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no numbers to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the numbers of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>%1×%1, stride %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, padding %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field %1×%1: the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field %1×%1 pixels, stride %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax and loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load the next batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update all weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test on validation pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, a convolution.&lt;/b&gt; Each number is its filter laid on the input: b + Σ w · x over %2 channels of %3×%4 positions, that is %5 products, at stride %6.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The filters are in %1 groups: each sees only its own group&apos;s channels, as on the paper&apos;s two GPUs (§3.5, Figure 2).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, fully connected.&lt;/b&gt; Each number is b + Σ w · x over all %2 inputs; the layer has %3 weights (§3.5).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, ReLU.&lt;/b&gt; f(x) = max(0, x): what is negative becomes 0, the rest stays. It does not saturate, and a network with it learns several times faster than one with tanh (§3.1, Figure 1).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, tanh.&lt;/b&gt; f(x) = tanh(x), between −1 and 1. It saturates: where |x| is large, hardly any gradient passes (§3.1).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, sigmoid.&lt;/b&gt; f(x) = 1 / (1 + e&lt;sup&gt;−x&lt;/sup&gt;), between 0 and 1. It saturates on both sides (§3.1).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, local response normalisation.&lt;/b&gt; b = a / (k + %2 Σ a²)&lt;sup&gt;β&lt;/sup&gt; over n = %3 neighbouring channels at the same place, with k = %4, α = %5, β = %6: strong neighbours hold a unit down (§3.3).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, pooling.&lt;/b&gt; Each number is %2 of a window of %3×%3, one window every %4 positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The windows overlap (§3.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, dropout.&lt;/b&gt; In training each unit is set to 0 with probability %2; in test mode every unit is multiplied by %3 (§4.2).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, dropout.&lt;/b&gt; In training each unit is set to 0 with probability %2 and the others are multiplied by %3; in test mode nothing happens (§4.2).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, softmax.&lt;/b&gt; p = e&lt;sup&gt;x&lt;/sup&gt; / Σ e&lt;sup&gt;x&lt;/sup&gt; over %2 classes; the loss of a picture is −ln p of its true class (§3.5).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PieceName</name>
    <message>
        <source>load a batch</source>
        <translation type="unfinished">배치 읽기</translation>
    </message>
    <message>
        <source>%1 forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished">갱신</translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished">검증</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1; next: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>÷%1 at epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>÷%1 after %2 validations without gain, up to %3 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 pixels padded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops and noise end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunChecks</name>
    <message>
        <source>Data: choose the packed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: choose the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: there is no %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1 is not a file; a packed file is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1 is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1 has no data_batch_1.bin; choose the folder of CIFAR-10&apos;s binary version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1 has no IDX files, such as train-images-idx3-ubyte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %1 has no folders in it; one folder of pictures a class is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: there is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: the file has no %1, which the network needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: %1 is %2 in the file, but %3 in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: choose a folder, or switch recording off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: write the whole path of the folder, from / on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: %1 is a file; choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: %1 holds a run already; choose another folder, or open that run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: nothing can be written in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunField</name>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished">학습률</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs between validations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last epochs without augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divisor of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divided at epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most divisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random crops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextureClass</name>
    <message>
        <source>checkers</source>
        <translation>체크무늬</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>고리</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>점</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>blobs</source>
        <translation>얼룩</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>그러데이션</translation>
    </message>
    <message>
        <source>dead leaves</source>
        <translation>낙엽</translation>
    </message>
    <message>
        <source>level stripes</source>
        <translation>가로줄</translation>
    </message>
    <message>
        <source>upright stripes</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>slanted stripes</source>
        <translation>빗금</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ActivationsPanel</name>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 at x %2, y %3: %4 · sees x %5 to %6, y %7 to %8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run to see what its layers answer to a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backward pass of this step has not come to %1 yet. Step on (F7), and its gradients appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has not computed %1 yet. Step on (F7), and its maps appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet. Open a run with pictures, or drop one of your own on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps of %1 come with the next look at the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps of %1 are too many to be shown at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 units are 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 maps are dead (all 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the step&apos;s own batch: cropped and mirrored at random, dropout draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned picture: centre crop, dropout scales instead of drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture %1 of %2 in the batch (number %3 of the set)%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 maps of %2×%3, iteration %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit in a map: how its number comes about is written out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operands of %1 are not there in this step: they are still to be computed, or live inside a fused kernel. Step layer by layer (F7), or choose the pinned picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation comes with the next look at the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What every unit of a layer answers to one picture: a tile a channel, bright or orange where it answers strongly. The square framed in the picture is what the unit under the mouse sees of it. Click a unit, and the calculation of its number is written out.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A unit of %1 sees the whole picture.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A unit of %1 sees %2×%2 pixels; its neighbour sees a square %3 pixels further.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Maps of early layers still look like the picture: edges and colours at their places. Later ones are coarse and sparse, and few units answer. Crossed out are dead units: 0 everywhere for this picture. After a ReLU that is common; a unit that is dead for every picture no longer learns.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Test mode&lt;/b&gt; is the pinned picture as a finished network would see it. &lt;b&gt;Training mode&lt;/b&gt; is a picture of the step under way: randomly cropped and mirrored, and dropout draws its lots.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture %1 of the batch, training mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer before (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer after (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture before (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next picture (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished">층</translation>
    </message>
    <message>
        <source>The layer whose maps are shown (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned picture, in test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the step under way, in training mode. Step layer by layer (F7) to see it: in a free run some layers live only inside a fused kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which picture of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which picture of the batch (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations or gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps, or how the loss changes with them (∂L/∂a) once the backward pass has come to the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation type="unfinished">눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: each tile</source>
        <translation type="unfinished">눈금: 타일마다</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for the layer keeps relative strength visible; one for each tile shows weak maps too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that are 0 everywhere for this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture as the network gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the maps are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test or training mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Animation</name>
    <message>
        <source>The animation was given up: another run has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no past to export yet: let the run train for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The animation was given up: its view is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the moments can be read any more; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ArithmeticView</name>
    <message>
        <source>Operands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions, the largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the device computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::AugmentationPanel</name>
    <message>
        <source>The versions appear as soon as a run is open and a picture pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and step into an iteration (F7) to see a picture of the batch as it was really transformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture of the training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset of the crop (x, y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset (x, y), and what is added to R, G, B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset of the crop (x, y), and which sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%1, crops of %2×%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as training samples %2 to %3 with seed %4 are transformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the ten crops whose predictions are averaged in a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1 of %2 of this step&apos;s batch: %3 (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, number for number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest difference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made anew from the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No random crops: always the %1×%1 pixels in the centre of %2×%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No random crops: the crop is as large as the picture (%1×%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops of %1×%1 at one of %3×%3 places of %2×%2 with a rim of %4 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops of %1×%1 at one of %3×%3 places of %2×%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirrored half of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reflections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours shifted along the axes of the set by N(0, %1) standard deviations each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colour noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops and colour noise end %1 epochs before the run does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R, G, B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The pinned picture, brought to a square, and the frames in which crops are cut; beside it these crops as the network gets them, mirrored and with shifted colours, each with its numbers. They are the very transforms that this run&apos;s seed gives to its training samples.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1×%1 places%2 make %3 versions of every picture; in the paper 32·32·2 = 2,048.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, mirrored or not,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The cloud is made of pixels of the training set, the axes are the principal axes of its colours, two standard deviations to either side. To a picture is added Σ p&lt;sub&gt;i&lt;/sub&gt; α&lt;sub&gt;i&lt;/sub&gt; λ&lt;sub&gt;i&lt;/sub&gt;: p&lt;sub&gt;i&lt;/sub&gt; the axes, α&lt;sub&gt;i&lt;/sub&gt; drawn anew for every picture from N(0, 0.1) in the paper, λ&lt;sub&gt;i&lt;/sub&gt; here the standard deviation along the axis, as in the code of 2012 (the printed eigenvalue, its square, would drown the picture).&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The first axis is nearly grey: brightness varies most, so the noise is mostly a change of light. All versions keep their label: that is why they help against overfitting.&lt;/p&gt;&lt;p&gt;§4.1. Without crops and reflections the network overfits badly; the colour noise took more than 1 % off the top-1 error. In a test the predictions of ten crops are averaged: four corners, the centre, and their mirrors.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crops, reflections and colours of the pinned picture (T changes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: ten crops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten crops of the pinned picture that a test averages (T changes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the step&apos;s own batch as it was really transformed (T changes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions before these (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further versions of the same picture (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset of the crop, mirrored or not, and what is added to red, green and blue; click one or use the arrow keys to see where it was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the crops are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that crops are cut from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the training set with their principal axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag or use the arrow keys to turn it; double click or Home turns it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of the training set appear with a run that computes its statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean picture, subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the versions are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this run does to its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour axes in numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ChoicesBar</name>
    <message>
        <source>Network file…</source>
        <translation>신경망 파일…</translation>
    </message>
    <message>
        <source>CIFAR-10 folder…</source>
        <translation>CIFAR-10 폴더…</translation>
    </message>
    <message>
        <source>Picture folder…</source>
        <translation>그림 폴더…</translation>
    </message>
    <message>
        <source>Packed file…</source>
        <translation>묶음 파일…</translation>
    </message>
    <message>
        <source>IDX (MNIST) folder…</source>
        <translation>IDX (MNIST) 폴더…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>32-bit floating point throughout</source>
        <translation>모든 계산을 32비트 부동소수점으로</translation>
    </message>
    <message>
        <source>bfloat16 products, 32-bit sums and weights; where the device has it</source>
        <translation>곱은 bfloat16, 합과 가중치는 32비트. 장치가 지원할 때만</translation>
    </message>
    <message>
        <source>Open a network text</source>
        <translation>신경망 텍스트 열기</translation>
    </message>
    <message>
        <source>Network texts (*.net);;All files (*)</source>
        <translation>신경망 텍스트 (*.net);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a packed file of pictures</source>
        <translation>그림 묶음 파일 열기</translation>
    </message>
    <message>
        <source>Choose the folder with data_batch_1.bin to test_batch.bin</source>
        <translation>data_batch_1.bin ~ test_batch.bin이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder with the IDX files</source>
        <translation>IDX 파일이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose a folder with one folder of pictures a class</source>
        <translation>클래스마다 폴더가 하나씩 있는 그림 폴더 선택</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>The network that is trained</source>
        <translation>학습시킬 신경망</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>The pictures it learns from</source>
        <translation>학습에 쓰는 그림</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>계산하는 장치</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>정밀도(&amp;P)</translation>
    </message>
    <message>
        <source>Number format of the products</source>
        <translation>곱셈의 수 형식</translation>
    </message>
    <message>
        <source>input %1×%2×%3, %4 parameters, %5 multiply-adds a picture</source>
        <translation>입력 %1×%2×%3, 매개변수 %4개, 그림 한 장에 곱셈-덧셈 %5회</translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation>장치(&amp;E)</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ClassModel</name>
    <message>
        <source>%1: %2 training and %3 validation pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ColourLegend</name>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Black stands for %1, mid grey for 0, white for %2; red, green and blue apart</source>
        <translation>검정은 %1, 중간 회색은 0, 흰색은 %2. 빨강·초록·파랑 채널마다 따로</translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: mid grey is 0, brightest and darkest are its largest weight</source>
        <translation>타일마다 눈금이 다릅니다. 중간 회색은 0, 가장 밝거나 어두운 곳은 그 타일에서 가장 큰 가중치입니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CostChart</name>
    <message>
        <source>Parameters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds a picture: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time a step: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 forward, %2 backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together: %1 to %2 are computed in one go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CostPanel</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What each layer costs: the numbers it has to learn, the multiplications it needs for one picture, and the time it takes in a training step, forward (filled) and backward (hatched). Each column has a linear scale of its own.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Convolutions use each weight at every place of the map: few parameters, much work. Fully connected layers use each weight once a picture: many parameters, little work. So convolutions take the time, and fully connected layers hold the parameters.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;For %1: %2×%3×%4 weights for each of %5 filters = %6 weights, each used at %7×%8 places = %9 multiply-adds.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Times are measured while the network trains, never estimated. In free running several layers may be computed in one go, held together by a bracket; stepping computes each alone, which takes longer but tells them apart. Backward takes about twice as long as forward: it computes the gradients of the weights and of the input.&lt;/p&gt;&lt;p&gt;§3.2 and §5: the paper&apos;s network took five to six days on two graphics cards.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished">갱신</translation>
    </message>
    <message>
        <source>Times appear here once the network has trained a step: press Run (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times appear here as you step through an iteration layer by layer (F7).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean times of a batch of %1 pictures on %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; one step so far, and the first is slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; what is bracketed is computed in one go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions: %1 of the parameters, %2 of the multiply-adds, %3 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected: %1 of the parameters, %2 of the multiply-adds, %3 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of free running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which times are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free running computes several layers in one go; stepping computes each alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the times were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the kinds of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of each layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CurvesPanel</name>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;The dashed level&lt;/b&gt; is ln(%1) = %2: the loss of pure guessing among %1 classes. A loss that stays there has not begun to learn; a smaller learning rate or smaller biases usually help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;가로 파선&lt;/b&gt;은 ln(%1) = %2, 곧 클래스 %1개 가운데 아무것이나 찍을 때의 손실입니다. 손실이 여기에 머물러 있으면 아직 학습이 시작되지 않은 것입니다. 학습률이나 편향을 줄이면 대개 나아집니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No iteration yet: press Run</source>
        <translation>아직 반복이 없습니다. 실행을 누르세요</translation>
    </message>
    <message>
        <source>iteration %1   loss %2   training error %3   validation error %4</source>
        <translation>반복 %1   손실 %2   학습 오류율 %3   검증 오류율 %4</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>최고: %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>오류율 (%)</translation>
    </message>
    <message>
        <source>Curve of the loss</source>
        <translation>손실 곡선</translation>
    </message>
    <message>
        <source>Curves of the error</source>
        <translation>오류율 곡선</translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation>곡선의 값</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>top-5</source>
        <translation>top-5</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Left: the loss, the mean of −ln p(true class) over a batch. Right: the share of pictures whose likeliest class is wrong (top-1), or whose class is not among the five likeliest (top-5). Solid: training, each batch as it was, with dropout and augmentation. Dashed: validation, in test mode, held between tests; top-5 dotted. The ring marks the best validation, upright marks a change of a hyper-parameter. Dotted beside the loss: the learning rate, on the axis to the right.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Training error above validation error is no fault here: dropout and augmentation make training the harder task. A validation curve that rises while training falls means overfitting.&lt;/p&gt;&lt;p&gt;§5: the learning rate is divided by 10 when validation stops improving; each time the curves step down.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Update ratios&lt;/b&gt; show log₁₀(|update| / |weight|) of every layer. Around −3, a thousandth of the weight a step, learning goes well; far above it tears the weights about, far below it stands still.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Compare&lt;/b&gt; lays recorded runs below this one; the table names what tells them apart.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Shift and drag: zoom to the frame. Double click: the whole run. Keys: ← → cursor, Ctrl+← → and ↑ ↓ move, + − zoom, Ctrl+ + − zoom the values, Home the whole run. However long the run: no minimum and no maximum is left out.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is open in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−3: a thousandth of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished">학습률</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a recorded run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align on epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align on iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₁₀ update / weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the update ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values the table shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line a run; Delete takes a recorded run away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis for the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis for the iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate beside the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large a step is beside the weights, for every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the update ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay recorded runs below this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run and follow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DataPanel</name>
    <message>
        <source>Data</source>
        <translation type="unfinished">데이터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The classes the network learns to tell apart, how many pictures each has, and the pictures. Training pictures (blue) are what it learns from; validation pictures (orange) it never learns from, they only test it.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Guessing among %1 classes is wrong 1 − 1/%1 = %2 of the time.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Always naming the largest class of the validation set is wrong 1 − %1/%2 = %3 of the time: an error is worth something only below that.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Classes with few pictures are learned late or not at all. Labels that look wrong are wrong more often than one thinks. What could a network go by that is not the thing itself: backgrounds, colours, watermarks?&lt;/p&gt;&lt;p&gt;A double click, or Enter, pins a picture: all views then show what the network makes of it.&lt;/p&gt;&lt;p&gt;§2: the paper&apos;s set has 1.2 million training, 50,000 validation and 150,000 test pictures of 1,000 classes, each brought to 256×256.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Enter pins it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only classes with this in their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pictures of all classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes and their numbers of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures appear as soon as a run is open. Choose data above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no such pictures: choose another class or another set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files left out, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out, %2 remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which files were left out or changed, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes, %2 training and %3 validation pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished">학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished">검증</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Demonstration</name>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>폴더 %1을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Preparing the network and the pictures…</source>
        <translation>신경망과 그림을 준비하는 중…</translation>
    </message>
    <message>
        <source>the engine did not answer in time</source>
        <translation>엔진이 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Training for %1 s on: %2, %3</source>
        <translation>%1초 동안 학습합니다: %2, %3</translation>
    </message>
    <message>
        <source>iteration %1, loss %2, validation error %3, %4 images/s</source>
        <translation>반복 %1, 손실 %2, 검증 오류율 %3, 초당 %4장</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1을(를) 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Alexscope: a minute of AlexNet</source>
        <translation>Alexscope: AlexNet의 1분</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>Training loss of the last batch</source>
        <translation>마지막 배치의 학습 손실</translation>
    </message>
    <message>
        <source>Validation error (top-1)</source>
        <translation>검증 오류율 (top-1)</translation>
    </message>
    <message>
        <source>The first layer before training</source>
        <translation>학습 전의 첫째 층</translation>
    </message>
    <message>
        <source>The first layer after training</source>
        <translation>학습 후의 첫째 층</translation>
    </message>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>Predictions for pictures never trained on</source>
        <translation>학습에 쓰지 않은 그림에 대한 예측</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>프로그램 창</translation>
    </message>
    <message>
        <source>The report is %1</source>
        <translation>보고서: %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DeviceDialog</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can compute here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Asking the devices…&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DiagramLegend</name>
    <message>
        <source>across towers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ExplanationPanel</name>
    <message>
        <source>What you see</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <source>Explanation of the view</source>
        <translation>화면 설명</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FilterDetail</name>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 inputs, row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>initial</source>
        <translation type="unfinished">처음</translation>
    </message>
    <message>
        <source>%1 of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at (%2, %3): %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, channel %2 at (%3, %4): %5, test mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square root of the sum of squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter shown large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter&apos;s numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the filter answers appears as soon as a picture is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this filter answers to the pinned picture, in test mode; the frame is where most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned picture as the network gets it; the frame is what one place of the map sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FiltersHeader</name>
    <message>
        <source>%1 a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial</source>
        <translation type="unfinished">처음</translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>The filters before training, at iteration 0 (%1)</source>
        <translation type="unfinished">학습 전, 반복 0의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show initial filters</source>
        <translation type="unfinished">처음 필터 보기</translation>
    </message>
    <message>
        <source>The filters as they are (%1)</source>
        <translation type="unfinished">지금의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show filters as they are</source>
        <translation type="unfinished">지금 필터 보기</translation>
    </message>
    <message>
        <source>Fades from the initial weights (%1) to today&apos;s (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the initial weights and today&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters before these (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters after these (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many filters are shown at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which input channel of the chosen filter is shown large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input channel shown large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all filters (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer whose weights are shown; choosing it here chooses it everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights themselves, the gradient of the loss by them, or what the last update added to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tiles show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation type="unfinished">눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: each tile</source>
        <translation type="unfinished">눈금: 타일마다</translation>
    </message>
    <message>
        <source>One scale for all filters, or each filter on its own</source>
        <translation type="unfinished">모든 필터에 한 눈금을 쓰거나 필터마다 따로 씁니다</translation>
    </message>
    <message>
        <source>Scale of the filters</source>
        <translation type="unfinished">필터의 눈금</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">고정</translation>
    </message>
    <message>
        <source>Keep today&apos;s scale, so that growth stays visible</source>
        <translation type="unfinished">지금의 눈금을 고정해 가중치가 커지는 것을 봅니다</translation>
    </message>
    <message>
        <source>Lock the scale</source>
        <translation type="unfinished">눈금 고정</translation>
    </message>
    <message>
        <source>What the filters show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FiltersPanel</name>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The %1 filters of %2, each %3×%3 pixels over %4 input channels, at stride %5. Red, green and blue are the weights of the three colour channels around mid grey, which is 0: what a filter shows is the picture patch it answers to most strongly.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %2의 필터 %1개입니다. 필터 하나는 입력 채널 %4개에 걸친 %3×%3 픽셀이며 스트라이드는 %5입니다. 빨강·초록·파랑은 세 색 채널의 가중치이고, 중간 회색이 0입니다. 필터에 보이는 무늬가 곧 그 필터가 가장 강하게 반응하는 그림 조각입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>tower 1</source>
        <translation>탑 1</translation>
    </message>
    <message>
        <source>tower 2</source>
        <translation>탑 2</translation>
    </message>
    <message>
        <source>The filters appear as soon as a run is open. Choose a network and data above.</source>
        <translation>실행을 열면 필터가 나타납니다. 위에서 신경망과 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, filter %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, greys from −%2 to +%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The %1 filters of %2, each %3×%3 over %4 input channels. The numbers at the left are the filters; each has one grey tile for every channel it reads. Mid grey is 0, bright weights want the channel to be active there, dark ones want it silent.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; %1 is fully connected: each of its %2 units has one weight for each of %3 inputs, which have no places side by side. Every tile is one unit, its weights written row by row.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; %1 is fully connected, but what it reads are %2 maps of %3×%4. So each of its %5 units is shown like a filter as large as the whole map: one grey tile a map.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;In %1 groups: a filter reads only the %2 channels of its own tower, not all %3 (§3.2).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Gradient and update: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 (§5). The gradient is the mean over the latest batch; the update is the latest v.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; At the start, noise: weights drawn from a normal distribution. While the loss falls, edges of many orientations and frequencies appear, then blobs of colour. Nobody draws them: they are what helps to tell the classes apart. Filters that stay noise have not been needed yet.&lt;/p&gt;&lt;p&gt;§3.1 and Figure 3: on two GPUs the paper&apos;s two towers specialised, one free of colour, the other full of it, in every run.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Here form is harder to see than in the first layer: what a filter combines are not colours but other filters. Tiles that stand out from the noise show which of them it listens to. Drag the slider from Initial to Now to see what training has added.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;One scale for the whole layer keeps relative strength visible, and is the same before and after; the scale of each tile shows weak filters too. Lock the scale to see the weights grow.&lt;/p&gt;&lt;p&gt;Click a filter to see its numbers, its histogram and what it answers to the pinned picture; a click on one of its grids enlarges that; Escape leads back. Page Up and Page Down turn the pages of large layers.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, filter %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Shown: %2, %3 of the way from iteration 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Shown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no layer with weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 numbers (%3 MB). That is more than is fetched from the device for the screen, which is %4 MB. Choose another layer; the weights file holds all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit beside what the other views fetch from the device. Close one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gradient yet: the first backward pass makes it. Press Run, or step as far as the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no update yet: the first iteration makes it. Press Run, or step one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of %1 are on their way from the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 units of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 filters of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of the way from iteration 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every tile has its own scale, from ±%1 to ±%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1 at (%2, %3): red %4  green %5  blue %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1, input %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1, map %2 at (%3, %4): %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1, input channel %2 at (%3, %4): %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   (scale ±%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a filter to see it large; arrow keys move, Escape leads back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::HyperParametersPanel</name>
    <message>
        <source>Hyper-parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The numbers that steer learning, as they are in force now, as this run began with them, and as the paper has them. The upper ones can be changed while training goes on: type and press Enter, or use the arrows. Every change is recorded with its iteration.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Divide the learning rate by 10 when the error stops falling, and watch it fall again: this is what the authors did by hand, three times. Ten times too much, and the loss jumps or becomes no number. Without dropout the training error falls faster and the validation error stays behind.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;§5: &lt;i&gt;v&lt;/i&gt; ← %1·&lt;i&gt;v&lt;/i&gt; − %2·%3·&lt;i&gt;w&lt;/i&gt; − %3·∂L/∂&lt;i&gt;w&lt;/i&gt;, then &lt;i&gt;w&lt;/i&gt; ← &lt;i&gt;w&lt;/i&gt; + &lt;i&gt;v&lt;/i&gt;, with the gradient averaged over %4 pictures.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;§4.2, %1: in training each unit is set to 0 with probability %2; in a test all are there, multiplied by %3.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;§4.2, %1: in training each unit is set to 0 with probability %2 and the others are multiplied by %3; in a test all are there as they are.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A dropout changed inside an iteration counts from the next one on, so that one iteration has one dropout, forward and backward.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 now, 1 at the start, 2 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished">학습률</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this run began with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the paper says (2012)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no dropout layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change all dropout layers together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dropout typed for one layer is given to all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each update goes against the gradient (arrows: 1, 2, 5, 10 …)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last update each new one keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each update pulls the weights towards 0 (arrows: 1, 2, 5, 10 …)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability p with which a unit is set to 0 in training; from the next iteration on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the learning rate by 10, as the authors did when the error stopped falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply the learning rate by 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>검사 대상</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값의 개수</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>… at the start</source>
        <translation>… 처음</translation>
    </message>
    <message>
        <source>Exactly zero</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Shown: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last update of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation, pinned picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation in this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of the activation in this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The numbers behind the picture: of the layer that is selected, or of the one unit of it that you clicked. The box above says which: its weights and bias, the gradient of the loss by the weights, what the last update added, or what the layer answers.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Filled: now. Outline: at the start; each to its own height.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; While the layer learns, its weights spread: the deviation grows and the histogram gets longer tails. Values that are not finite mean that training has broken down; a smaller learning rate helps.&lt;/p&gt;&lt;p&gt;§5: the weights start from N(0, σ); weight decay pulls them back towards 0 at every update.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The deviation of an update should be near a thousandth of that of the weights: much more shakes them, much less leaves them as they are.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;§5: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 now. The update shown is v.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Test mode: the picture goes through the network as it does when the network is tested. Dropout does not draw, it scales.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Behind a ReLU a good part is exactly zero (§3.1): only some units answer to a picture. If all of them are, the layer is dead.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Training mode: the numbers of the step that is under way, of one picture of its batch, cropped and coloured as the step has drawn it. Dropout has drawn its mask (§4.2).&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Where a ReLU&apos;s output is zero the gradient in front of it is zero too; from layer to layer backward it should neither vanish nor explode.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers appear as soon as a run is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers: too large to fetch (%2 MB, the limit is %3 MB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room beside the other views&apos; tensors. Close one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while holding inside a step, behind this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only inside a step, once backward has reached this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient yet: the first backward pass makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update yet: the first iteration makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way from the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test mode: dropout scales. Iteration %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training mode: dropout masks. Picture %1 of %2, iteration %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training mode: dropout masks. Iteration %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1. So large a tensor is fetched every %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last update of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation, pinned picture (test mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation in this step (training mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of the activation in this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which numbers of the selected layer or unit are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the layer is inspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment and mode of these numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of what is inspected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::KernelView</name>
    <message>
        <source>%1, numbers × %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LrnControls</name>
    <message>
        <source>k of the normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k: what the denominator is at least; 2 in the paper (arrow keys move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n of the normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n: how many neighbouring channels are summed; 5 in the paper (arrow keys move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α of the normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α: the weight of the sum of squares, ten steps a decade; 0.0001 in the paper (arrow keys move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β of the normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β: the power of the denominator; 0.75 in the paper (arrow keys move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α divided by n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convention of α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper and TensorFlow multiply the sum by α; the code of 2012, Caffe, cuDNN, oneDNN and PyTorch by α/n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the network&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the constants the network computes with (R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LrnPanel</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k = %1, n = %2, α = %3 (%4), β = %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divided by n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The maps of %1 before and after %2, on one scale, and what is left of each number: after ÷ before. Below, all channels at the place you chose: the input, and over it the output. The shaded channels are the ones whose squares suppress the chosen one.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;b = a / (k + %1 · Σ a²)&lt;sup&gt;β&lt;/sup&gt;, summed over n = %2 channels; here k = %3, α = %4, β = %5. A channel among silent neighbours keeps k&lt;sup&gt;−β&lt;/sup&gt; = %6 of itself.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The channels are split into %1 groups (dotted lines); no window reaches across.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;This network has no local response normalisation, so there is nothing to see here.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; A strong answer dims its neighbours: channels compete at every place of the picture, like neurons that inhibit each other. Move the sliders: with small activations the sum hardly counts against k and everything is scaled alike; with a larger α the peaks stand alone.&lt;/p&gt;&lt;p&gt;The sliders change this view only, never the network or its training.&lt;/p&gt;&lt;p&gt;§3.3: it lowered the top-1 error by 1.4 % and the top-5 error by 1.2 %. The paper multiplies the sum by α; its own code, Caffe, cuDNN and PyTorch by α/n, which is n times less.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2, channel %3 at %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after / before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean after / before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps appear as soon as a run is open and a picture pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These maps are too large to be looked at beside everything else; close other views.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1 of %2 of this step&apos;s batch, training mode, iteration %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned picture %1, test mode, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %1: %2 before, %3 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of a is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device computes in bf16 and has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network itself has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after, with these constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has not computed %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after ÷ before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of the channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of after ÷ before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of after ÷ before; silent neighbours leave k⁻ᵝ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your constants: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula against device: largest difference %1 of the largest activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 at %2: before %3, after %4, ratio %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1: %2 left on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 is silent on this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 at %2: before %3, after %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no local response normalisation. AlexNet&apos;s do (alexnet, alexnet-small, alexnet-original, alexnet-caffe, caffenet, alexnet-onetower): choose one of them above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the network&apos;s normalisation layers to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel looked at (← and → in the maps; Home, End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maps of the chosen channel, or of all (A in the maps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation type="unfinished">눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for the whole layer, or for the channel shown; before and after always share it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps before and after the normalisation, and their ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a place; ← and → change the channel, with Shift the arrows move the place, A shows all channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and output of every channel at the chosen place; click one to choose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels at the chosen place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of each channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of after ÷ before over the places where a channel answers; click one to choose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is left of each channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula with the numbers of the chosen place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the maps are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula and device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MainWindow</name>
    <message>
        <source>Start a new run</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>%1 on %2 – Alexscope</source>
        <translation>%1, %2 – Alexscope</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>모양새(&amp;A)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Step:</source>
        <translation>한 걸음:</translation>
    </message>
    <message>
        <source>Train without stopping</source>
        <translation>멈추지 않고 학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Stop after the piece under way</source>
        <translation>하던 조각까지 마치고 멈춤</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>One piece: a layer forward or backward, a batch loaded, or the update</source>
        <translation>한 조각: 층 하나의 순전파나 역전파, 배치 읽기, 또는 갱신</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>패스</translation>
    </message>
    <message>
        <source>To the end of the forward or backward pass</source>
        <translation>순전파 또는 역전파가 끝날 때까지</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>One batch: forward, backward, update</source>
        <translation>배치 하나: 순전파, 역전파, 갱신</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Once through the training set</source>
        <translation>학습 데이터 전체를 한 번</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to iteration 0 with the same initial weights (same seed)</source>
        <translation>같은 처음 가중치(같은 시드)로 반복 0부터</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Back to iteration 0 with other initial weights</source>
        <translation>다른 처음 가중치로 반복 0부터</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램 끝내기</translation>
    </message>
    <message>
        <source>Default layout</source>
        <translation>기본 배치</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>모든 패널을 제자리로</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>화면 전체 사용</translation>
    </message>
    <message>
        <source>About Alexscope</source>
        <translation>Alexscope 정보</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>버전, 라이선스, 라이브러리</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정대로</translation>
    </message>
    <message>
        <source>&lt;p&gt;Computing now: %1 (%2, %3).&lt;/p&gt;</source>
        <translation>&lt;p&gt;지금 계산하는 장치: %1 (%2, %3).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;Watch AlexNet learn, and look inside while it does.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;AlexNet이 학습하는 모습을 지켜보고, 학습하는 동안 속을 들여다봅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %1 and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GNU 일반 공중 사용 허가서(GPL) 3판 또는 그 이후 판을 따르는 자유 소프트웨어입니다. Qt %1과 QCustomPlot으로 만들었습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A new run starts from iteration 0 and gives up this one, which stands at iteration %1.</source>
        <translation>새로 시작하면 반복 0부터 학습하며, 반복 %1까지 온 지금 학습은 버립니다.</translation>
    </message>
    <message>
        <source>%1 on %2, recorded in %3 – Alexscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what the current view shows as PNG, SVG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers behind the current view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels of the lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a saved moment of a lecture again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save run, seed, selection and arrangement of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large type, chosen panels, single keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export animation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run&apos;s past in the current view as an animated GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes (*.alexscene)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene&apos;s run trains again to iteration %1, where it was saved; Pause stops it sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene starts a run of its own and gives up this one, which stands at iteration %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture mode: Space runs and pauses, → steps a layer, ↓ an iteration, Page Up and Page Down change the layer, comma and full stop the picture, Tab the view; Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the moments of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The animation is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MapLegend</name>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished">색 눈금</translation>
    </message>
    <message>
        <source>Blue stands for %1, white for 0, orange for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The darkest colour stands for %1, the brightest for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: blue is negative, white 0, orange positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: the darkest colour is 0, the brightest its largest value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>메시지 닫기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MomentSlider</name>
    <message>
        <source>Now, iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NetworkDiagram</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation type="unfinished">신경망</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The network as in the paper&apos;s Figure 2, from the input to the probabilities. A box is a convolution: its front is as large as its maps, its depth tells how many there are (both on a logarithmic scale). A bar is a fully connected layer. Thin slabs are what works on a layer&apos;s output without weights of its own.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 has %2 parameters, %3 of them in fully connected layers, and needs %4 multiply-adds for one picture forward, %5 of them in convolutions. Beside each name stands the shape of its output, below it parameters · multiply-adds.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The side of a map: (in + 2·padding − size) / stride + 1. For %1: (%2 + 2·%3 − %4) / %5 + 1 = %6%7.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, rounded up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The colours on the boxes are the layer&apos;s mean map of the pinned picture; on the bars each cell is one unit. Maps shrink and multiply on the way: where something is gets lost, what it is comes out. Point at a layer: the frame in the input is what one of its units sees.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The step.&lt;/b&gt; Hold, or go in slow motion: the mark on the line walks down layer by layer (solid frame), then back up with the gradients (dashed frame), then all weights are updated (dotted frame). Small marks say how far this step has come.&lt;/p&gt;&lt;p&gt;§3.2 and §3.5: the two towers are the two graphics cards of 2012. They exchange maps only where lines cross.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole network (0); + and −, or Ctrl and the wheel, zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room of the network&apos;s diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is drawn here as soon as a run is open. Choose a network and data above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend of the diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a layer, or choose it with the arrow keys, to read what is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NewRunDialog</name>
    <message>
        <source>Device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Input %2×%3×%4, %5 parameters, %6 multiply-adds a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: about %1, and %2 more once somebody steps through layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 are free: choose a smaller batch or a smaller network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: %1 iterations of %2 pictures are %3 epochs of %4 training pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: %1 iterations of %2 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: %1 epochs of %2 training pictures are %3 iterations of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: %1 epochs in batches of %2; how many iterations that are depends on the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished">신경망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished">데이터(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation type="unfinished">장치(&amp;E)</translation>
    </message>
    <message>
        <source>P&amp;recision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: the name of a built-in one, or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a network text</source>
        <translation type="unfinished">신경망 텍스트 열기</translation>
    </message>
    <message>
        <source>Network texts (*.net);;All files (*)</source>
        <translation type="unfinished">신경망 텍스트 (*.net);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the data are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder the run is recorded in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-10 (binary version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures, one folder a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX (MNIST) folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures it learns from</source>
        <translation type="unfinished">학습에 쓰는 그림</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished">계산하는 장치</translation>
    </message>
    <message>
        <source>What computes; “About devices” says why one is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format of the products</source>
        <translation type="unfinished">곱셈의 수 형식</translation>
    </message>
    <message>
        <source>Number format of the products; automatic is bf16 where the device has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">시드</translation>
    </message>
    <message>
        <source>The same seed gives the same weights, order, crops and dropout again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to start from; empty: drawn at random from the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;cord in a folder, to go on with later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves, checkpoints and the finished weights are kept on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can compute here, and why something cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this run; it holds before its first iteration (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished">자동</translation>
    </message>
    <message>
        <source>Network: choose one, or a file with a network&apos;s text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: there is neither a built-in network nor a file called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NumberField</name>
    <message>
        <source>%1: write up to 64 numbers from 0 to %2 with blanks between them, each larger than the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write at least one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write a whole number from 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write a number above 0 and up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::OwnPicture</name>
    <message>
        <source>it has %1×%2 pixels, and 64 million are the most that are opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or not a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading it is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 512 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files of this computer can be opened; save the picture first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to paste; copy a picture or a picture file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened as a picture: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PaceSlider</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion: how long each piece of a step is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (slower: %2, faster: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Panel</name>
    <message>
        <source>%1 – %2 on %3, iteration %4, seed %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PictureModel</name>
    <message>
        <source>class %1</source>
        <translation type="unfinished">클래스 %1</translation>
    </message>
    <message>
        <source>%1, %2, training picture %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, validation picture %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionCard</name>
    <message>
        <source>Empty place for a picture</source>
        <translation>비어 있는 그림 자리</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>%1 그림</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>True label: %1</source>
        <translation>정답: %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionsPanel</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Eight pictures the network has never been trained on, each with its true label and the five classes the network finds likeliest now. The true label&apos;s bar is orange; ✓ and ✗ say whether the likeliest class is right.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 학습에 쓰지 않은 그림 여덟 장과 정답, 그리고 신경망이 지금 가장 가능성이 높다고 보는 다섯 클래스입니다. 정답의 막대는 주황색이고, ✓와 ✗는 첫째 후보가 맞았는지를 나타냅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Before training every bar is near 1/%1 = %2: the network knows nothing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;학습 전에는 모든 막대가 1/%1 = %2 가까이에 있습니다. 신경망이 아직 아무것도 모르기 때문입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Which classes are told apart first, which are confused, and how sure the network is when it is wrong.&lt;/p&gt;&lt;p&gt;§6.1 and Figure 4 (left). Test mode: the centre crop, dropout scales instead of drawing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 어떤 클래스를 먼저 구별하는지, 어떤 클래스를 헷갈리는지, 틀릴 때 얼마나 확신하는지 보세요.&lt;/p&gt;&lt;p&gt;§6.1과 그림 4(왼쪽). 테스트 모드: 가운데를 잘라 쓰고, 드롭아웃은 뽑지 않고 값을 줄입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Validation pictures at iteration %1, test mode</source>
        <translation>반복 %1의 검증 그림, 테스트 모드</translation>
    </message>
    <message>
        <source>Validation pictures</source>
        <translation>검증 그림</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>다른 그림</translation>
    </message>
    <message>
        <source>Show eight other validation pictures (%1)</source>
        <translation>다른 검증 그림 여덟 장 보기 (%1)</translation>
    </message>
    <message>
        <source>What the predictions show</source>
        <translation>예측 화면의 내용</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ReadoutBar</name>
    <message>
        <source>No run</source>
        <translation>실행 없음</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Ready (%1, %2)</source>
        <translation>준비됨 (%1, %2)</translation>
    </message>
    <message>
        <source>Training (%1, %2)</source>
        <translation>학습 중 (%1, %2)</translation>
    </message>
    <message>
        <source>Finished (%1, %2)</source>
        <translation>끝남 (%1, %2)</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>오류로 멈춤</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>실행 상태</translation>
    </message>
    <message>
        <source>State of the run, device and precision</source>
        <translation>실행 상태, 장치, 정밀도</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Updates of the weights so far</source>
        <translation>지금까지 가중치를 갱신한 횟수</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Passes through the training set so far</source>
        <translation>지금까지 학습 데이터를 훑은 횟수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Training loss of the last batch (mean of −ln p of the true class)</source>
        <translation>마지막 배치의 학습 손실 (정답 클래스의 −ln p 평균)</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>학습 오류율</translation>
    </message>
    <message>
        <source>Share of the last training batch whose likeliest class is wrong</source>
        <translation>마지막 학습 배치에서 첫째 후보가 틀린 비율</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>검증 오류율</translation>
    </message>
    <message>
        <source>Top-1 error on the validation set, at the last validation</source>
        <translation>마지막 검증에서 잰 검증 데이터의 top-1 오류율</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Current learning rate ε</source>
        <translation>현재 학습률 ε</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>장/초</translation>
    </message>
    <message>
        <source>Training pictures a second, over the last seconds</source>
        <translation>최근 몇 초 동안 1초에 학습한 그림 수</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time left until the recipe&apos;s last iteration</source>
        <translation>계획한 마지막 반복까지 남은 시간</translation>
    </message>
    <message>
        <source>Paused (%1, %2), next: %3</source>
        <translation>일시정지 (%1, %2), 다음: %3</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RecentRuns</name>
    <message>
        <source>its pictures are not there any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in %1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RecipeForm</name>
    <message>
        <source>%1: write a whole number of iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a million epochs are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s own values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network&apos;s text recommends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>§5 and §4.1: batches of 128, ε 0.01, momentum 0.9, weight decay 0.0005, divided by 10 when the validation error stops improving, 90 epochs, crops, reflections, colour noise 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the run&apos;s length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An epoch is once through the training set, an iteration is one batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At certain epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the validation error stops improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the learning rate is divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>§5: divided by hand, three times, when the validation error stopped improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>§4.1: a random patch of the picture; without, always its centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>§4.1: every other picture mirrored, by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a step; 128 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run is done; about 90 epochs in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start; 0.01 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last update goes on; 0.9 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much every weight shrinks; 0.0005 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ε is divided by; 10 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending numbers with blanks between them, such as 30 60 80</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many validations in a row without improvement count as a plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many divisions; 3 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two tests on the validation set; 0: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour noise σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>§4.1: how far colours are shifted along the main axes of the set&apos;s colours; 0.1 in the paper, 0: not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black pixels around the picture before it is cropped; 0 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calm end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without crops and colour noise for so many epochs before the end; 0: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide ε</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RunControls</name>
    <message>
        <source>Seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished">시드</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until an iteration, an epoch, an error or a layer is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion: show each piece of a step longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion: show each piece of a step shorter, at last run at full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to iteration 0 with a seed of your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the views as they are while training goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the row with the pieces of a training step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RunTableModel</name>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished">반복</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished">에폭</translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished">손실</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation error</source>
        <translation type="unfinished">검증 오류율</translation>
    </message>
    <message>
        <source>top-5 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished">학습률</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SeedPopup</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished">시드</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the new beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number; the same one gives the same initial weights and the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to iteration 0 with the initial weights of this seed (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed decides initial weights, order of pictures, crops and dropout. The same seed gives the same run again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SessionActions</name>
    <message>
        <source>New run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose everything a new run is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a run recorded in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network&apos;s weights as they are, in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder this run is recorded in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a picture of your own; dropping its file on the window does too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the picture in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the picture before this one in its set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the picture after this one in its set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can compute here, and why something cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty this list; the runs stay on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run under way stands at iteration %1; it is stopped and can be opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run under way stands at iteration %1 and is not recorded; it is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the other run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alexscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has trained for %1 and is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing gives it up, unless its weights are saved first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of iteration %1 are saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, iteration %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is recorded in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp *.webp *.gif *.ppm *.pgm);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::StepStrip</name>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Click: run until this is next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of a training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (chosen: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pieces of a training step appear here as soon as a run is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::TimeBar</name>
    <message>
        <source>Iteration %1 — the past. Now (%2) returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now; moments recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The past appears here once training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the moment recorded before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play what is recorded as a film, from here or from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the moment recorded after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>Back from the past to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views show the chosen moment of the run; training goes on meanwhile. Arrow keys go from moment to moment, End to now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which moment the views show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many moments a second are played and exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moments/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::UntilPopup</name>
    <message>
        <source>Run until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation error &amp;below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layer comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration to stop at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch to stop at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation error (top-1) below which to stop, in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer to stop before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward or backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after so many updates of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after so many passes through the training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after the validation that finds a lower error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop inside a step, just before this layer is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stops by itself where all that is ticked holds for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished">실행</translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::WarningModel</name>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used, with a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alexscope::gui::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What the network says of the pinned picture without your changes and with them. Choose a filter (here, in Filters or in Activations), switch it off or set one of its weights.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Most single filters hardly matter: dropout (§4.2) taught the network not to rely on any of them. Some do; then look at what they answer to. While training goes on, the next points of the curves show what the change costs, and how soon the others make up for it.&lt;/p&gt;&lt;p&gt;A unit is off when its weights, its bias and their momentum are 0. Behind a ReLU it stays off: where the output is 0 no gradient comes through. Elsewhere training may bring it back.&lt;/p&gt;&lt;p&gt;Taking a change back restores that unit as it was when you changed it.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2: switched off at iteration %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2: weight %3 from %4 to %5 at iteration %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished">층</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without your changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished">지금</translation>
    </message>
    <message>
        <source>Changes, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter or unit to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input channel of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the unit&apos;s weights and bias to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this weight the value beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the unit changed last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
